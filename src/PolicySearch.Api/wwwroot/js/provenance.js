// Says in Chinese where a value was found and what a person should look at. The API speaks to programs in fixed English forms, see `extract --json`.

const PLACES = {
  title: '标题', issuer: '发文机关', docNumber: '文号', session: '届次', panel: '信息栏', letterhead: '版头', signature: '落款', path: '路径',
  'printing date': '印发日期', 'printing office': '印发机关', 'note of adoption': '通过说明', 'the regulation issued': '所印发文件的标题',
  'opening of the text': '正文开头', 'addressee and title': '主送和标题', addressee: '主送', 'class of the outcome': '办理结果类别', 'contact unit': '联系单位', 'copied-to line': '抄送',
};

/** Forms that name something; the captured parts go into the sentence. */
const FORMS = [
  [/^lines? (\d+)\s*[-–]\s*(\d+)$/, (from, to) => `第 ${from}–${to} 行`],
  [/^line (\d+)$/, line => `第 ${line} 行`],
  [/^from body line (\d+) on$/, line => `正文第 ${line} 行起`],
  [/^as written (.+)$/s, text => `原文作“${text}”`],
  [/^page (\d+)$/, page => `第 ${page} 页`],
];

const WARNINGS = [
  [/^no issuer was found/, () => '标题、版头、落款和印发栏里都没有找到发文机关。'],
  [/^no title was found/, () => '正文之上没有找到标题。'],
  [/^the title does not end like/, () => '标题的结尾不像公文标题，请核对。'],
  [/^line (\d+): the document number has no brackets round its year; read as (.+)$/, (line, number) => `第 ${line} 行的文号没有括号，按 ${number} 读取。`],
  [/^line (\d+) lists every outcome class/, line => `第 ${line} 行列出了全部办理结果选项，没有采用。`],
  [/^title says term (\d+), text says term (\d+)/, (title, text) => `标题写的是第 ${title} 届，正文写的是第 ${text} 届，请核对。`],
  [/^only the printing date is given/, () => '只有印发日期，成文日期可能更早。'],
  [/the date names no day, or its digits can be read in two ways/, () => '日期不完整或有两种读法，只采用了年份。'],
  [/^the text was recognised from a picture \(mean confidence (\d+) %\)/, confidence => `文字由图片识别而来（平均置信度 ${confidence}%），请核对人名和数字。`],
  [/^the text of (\d+) of (\d+) pages was recognised from a picture \(mean confidence (\d+) %\)/, (some, all, confidence) => `${all} 页中有 ${some} 页的文字由图片识别而来（平均置信度 ${confidence}%），请核对人名和数字。`],
  [/^(\d+) of (\d+) pages hold no text/, (empty, all) => `${all} 页中有 ${empty} 页没有文字，可能是扫描页。`],
  [/^(\d+) characters are damaged in the file/, count => `文件中有 ${count} 个字符已损坏，无法还原。`],
  [/^its Markdown /, () => 'Markdown 结构过于复杂，已按纯文本读取。'],
  [/^the file is called (\S+) but its content is (\S+);/, (ending, real) => `文件名以 ${ending} 结尾，内容却是 ${real}，已按内容读取。`],
  [/^'(.+?)' names (\d+) places/, (name, count) => `“${name}”是 ${count} 个地方共有的名称，文中没有依据判断是哪一个。`],
  [/^region (.+?) is not named by issuer, letterhead or title/, region => `发文机关、版头和标题都没有写明地区，${region}是由其他线索推定的。`],
];

/** "line 3, letterhead" → 第 3 行，版头; null for a form that is not known here. */
export function where(provenance) {
  const whole = /^(line \d+, )?(as written .+)$/s.exec(provenance);
  const parts = whole ? [whole[1]?.slice(0, -2), whole[2]].filter(Boolean) : provenance.split(', ');
  const said = parts.map(part => PLACES[part] ?? fit(FORMS, part));
  return said.every(Boolean) ? said.join('，') : null;
}

/** The sentence in Chinese, or null for one that is not known here. */
export function warning(sentence) {
  return fit(WARNINGS, sentence);
}

/** The topics' evidence: 卫生、体育/卫生/医共体: 医共体 ×3 stands as it is. */
export function evidence(provenance) {
  return provenance.replaceAll('/', ' › ');
}

function fit(forms, text) {
  for (const [form, say] of forms) {
    const found = form.exec(text);
    if (found) return say(...found.slice(1));
  }
  return null;
}
