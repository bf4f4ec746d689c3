namespace PolicySearch.Testing.Generator;

/// <summary>Writes replies to suggestions and proposals, and co-handling opinions.</summary>
internal static class ReplyWriter
{
    /// <summary>Writes the draft, and returns what it prints.</summary>
    public static GeneratedTruth Write(Draft draft)
    {
        DocumentPlan plan = draft.Plan;
        Matter matter = Matter.Of(plan, draft.Seed, draft.Form);
        bool assists = plan.Kind == PlannedKind.CoHandling;
        Office office = assists ? Partner(plan, draft.Style) : Office.In(plan.Topic.OfficeKey, plan.Year);
        string subject = draft.Style.PickFrom(plan.Topic.Subjects).Write(new Scene(plan.Place, office, plan.Year, matter.Word), SeededRandom.For(draft.Seed, plan.Base, 1));
        var letter = new Letter(draft, matter, office, new HeadWriter(draft, office), subject, assists);
        return letter.Write();
    }

    // An office that is another one at this level and in this year: a province's housing department also answers for its cities' streets.
    private static Office Partner(DocumentPlan plan, SeededRandom style)
    {
        string lead = Office.In(plan.Topic.OfficeKey, plan.Year).At(plan.Place.Level);
        return style.PickFrom([.. plan.Topic.Partners.Select(key => Office.In(key, plan.Year)).Where(office => office.At(plan.Place.Level) != lead)]);
    }

    private sealed class Letter(Draft draft, Matter matter, Office office, HeadWriter head, string core, bool assists)
    {
        private readonly SeededRandom form = draft.Form;
        private readonly DocumentPlan plan = draft.Plan;
        private readonly Proposer proposer = assists ? LeadOffice(draft.Plan) : Proposer.Of(matter, draft.Plan.Place, draft.Form);
        private string? subject;
        private bool issuerInTitle;

        private string FullSubject => core + "的" + matter.Word;

        public GeneratedTruth Write()
        {
            string settled = Outcomes.Of(plan.Place, draft.Seed, draft.Settlement);
            bool refuses = draft.Settlement.Chance(settled[0] is 'A' or '甲' or '解' ? 10 : 60);
            string? outcome = assists || form.Chance(30) ? null : settled;
            string? disclosure = form.Chance(50) ? null : form.Pick("同意公开", "主动公开", "主动公开", "依申请公开", "公开");
            bool below = form.Chance(15);
            head.WriteLines(below ? null : outcome, below ? null : disclosure, form.Pick("函", "函", "建", "提", "字", "复", "函字"));
            string title = Title();
            head.WriteTitle(title);
            if (proposer.Line != null)
                draft.Line(proposer.Line + form.Pick("：", "：", "：", ":"));
            Opening();
            var body = new BodyWriter(draft, new Scene(plan.Place, office, plan.Year, matter.Word), assists ? matter.IsSuggestion ? "代表" : "委员" : proposer.You);
            body.WriteReply(refuses);
            Closing();
            return Foot(title, below ? outcome : null, below ? disclosure : null);
        }

        private static Proposer LeadOffice(DocumentPlan plan)
        {
            string name = plan.Place.OfficePrefix + Office.In(plan.Topic.OfficeKey, plan.Year).At(plan.Place.Level);
            return new Proposer(name, [name], null, "你单位");
        }

        private string Title()
        {
            if (assists)
                return $"关于{matter.Meeting}{Packed(matter.Number)}{matter.Word}的会办意见";
            string what = $"{matter.Meeting}{matter.Number}{form.Pick("", "", "", matter.IsSuggestion ? "代表" : "委员")}{matter.Word}";
            switch (form.Next(20))
            {
                case < 11: return form.Pick("对", "关于对", "关于") + what + form.Pick("的答复", "的答复", "的答复", "的复函", "的回复", "的答复函");
                case < 13: return "关于对" + what + "办理情况的答复";
                case < 16:
                    issuerInTitle = true;
                    return head.Issuer + form.Pick("关于", "对", "关于对") + what + "的答复";
                case < 18 when !core.Contains('“', StringComparison.Ordinal):
                    subject = FullSubject;
                    return $"关于{matter.Meeting}{matter.Number}“{FullSubject}”的答复";
                default:
                    return "对" + what + "的答复";
            }
        }

        private static string Packed(string number) => number.Replace(" ", "", StringComparison.Ordinal);

        private void Opening()
        {
            if (assists)
            {
                subject = FullSubject;
                string person = Names.Person(form);
                string named = core.Contains('“', StringComparison.Ordinal) || form.Chance(40) ? $"《{FullSubject}》" : $"“{FullSubject}”";
                draft.Paragraph($"{person}{(matter.IsSuggestion ? "代表" : "委员")}提出的{named}，由你单位主办、{office.Self(plan.Place.Level)}会办。" + form.Pick("经研究，现提出如下会办意见，供你单位答复时参考：", "现将会办意见函告如下：", "根据职责分工，提出会办意见如下："));
                return;
            }
            draft.Paragraph(Received() + Studied());
        }

        private string Received()
        {
            string you = proposer.You;
            int kind = form.Next(100);
            // Quotation marks do not stand within quotation marks, and a letter whose title quotes the subject quotes it in full again.
            bool quoted = core.Contains('“', StringComparison.Ordinal);
            if (kind < 7)
                return $"{you}提出的{matter.Word}{form.Pick("收悉", "已收悉")}。";
            if (kind < 12 && subject == null && !quoted)
            {
                subject ??= core["关于".Length..];
                return $"{you}提出的关于“{core["关于".Length..]}”的{matter.Word}收悉。";
            }
            subject = FullSubject;
            return kind switch
            {
                < 50 => $"{you}提出的《{FullSubject}》收悉。",
                < 78 when !quoted => $"{you}提出的“{FullSubject}”收悉。",
                < 88 => $"{you}在{Short()}上提出的《{FullSubject}》收悉。",
                < 94 => $"{you}提出的《{FullSubject}》（{Packed(matter.Number)}）收悉。",
                _ => $"{you}提出的《{FullSubject}》{form.Pick("已交我们研究办理", "已转至我单位", "悉")}。",
            };
        }

        private string Short() => matter.Meeting;

        private string Studied()
        {
            string self = office.Self(plan.Place.Level);
            string partner = plan.Place.OfficePrefix + Partner(plan, draft.Style).At(plan.Place.Level);
            return form.Next(8) switch
            {
                0 => "现答复如下：",
                1 => "经认真研究，现答复如下：",
                2 => $"{self}高度重视，会同{partner}进行了认真研究，现将有关情况答复如下：",
                3 => $"首先感谢{proposer.You}对这项工作的关心。经研究，现将办理情况答复如下：",
                4 => $"经{self}与{partner}会商，现答复如下：",
                5 => $"您反映的问题，{self}派人作了专题调研，现答复如下：".Replace("您", proposer.You, StringComparison.Ordinal),
                6 => $"收到{matter.Word}后，{self}主要负责同志牵头研究，多次与{proposer.You}沟通，现答复如下：",
                _ => "经研究办理，现将有关情况答复如下：",
            };
        }

        private void Closing()
        {
            if (assists || form.Chance(15))
                return;
            string self = office.Self(plan.Place.Level);
            draft.Paragraph(form.Pick(
                $"感谢{proposer.You}对{self}工作的关心和支持。",
                $"感谢{proposer.You}的{matter.Word}，欢迎继续提出宝贵意见。",
                $"最后，再次感谢{proposer.You}对{plan.Place.Word()}发展的关心，诚恳希望一如既往地监督{self}的工作。",
                "以上答复，如有不妥，请批评指正。",
                $"衷心感谢{proposer.You}的关心和支持！"));
        }

        private GeneratedTruth Foot(string title, string? outcome, string? disclosure)
        {
            var foot = new FootWriter(draft, office, head.Issuer);
            if (head.Signatory == null)
                foot.WriteApproval();
            foot.Write(!head.HasLetterhead && !issuerInTitle, head.DocumentNumber == null, Copies());
            if (outcome != null)
                draft.Line("办理结果：" + outcome);
            if (disclosure != null)
                disclosure = DisclosureAtFoot(disclosure);
            return new GeneratedTruth
            {
                Kind = plan.Kind switch { PlannedKind.SuggestionReply => "建议答复", PlannedKind.ProposalReply => "提案答复", _ => "会办意见" },
                Title = title.Replace(" ", "", StringComparison.Ordinal),
                Subject = subject,
                DocumentNumber = head.DocumentNumber,
                Issuer = head.Issuer,
                Province = plan.Place.Prefecture.Province,
                City = plan.Place.Level == Level.Province ? null : plan.Place.Prefecture.City,
                County = plan.Place.County,
                Year = plan.Year,
                IssueDate = foot.IssueDate,
                Session = matter.Session,
                Addressees = proposer.Names,
                ProposerKind = proposer.Kind,
                Outcome = head.Outcome ?? outcome,
                Disclosure = head.Disclosure ?? disclosure,
                Signatory = head.Signatory ?? foot.Signatory,
                Contacts = foot.Contacts,
                CopiedTo = foot.CopiedTo,
                Citations = draft.Citations,
                Topic = plan.Topic.Path,
                Figures = draft.Figures,
            };
        }

        private string DisclosureAtFoot(string disclosure)
        {
            if (disclosure == "公开")
                disclosure = "主动公开";
            switch (form.Next(3))
            {
                case 0:
                    draft.Line("（此件公开发布）");
                    return "此件公开发布";
                case 1:
                    draft.Line($"注：“{disclosure}”");
                    return disclosure;
                default:
                    draft.Line($"（{disclosure}）");
                    return disclosure;
            }
        }

        private string[] Copies()
        {
            if (!form.Chance(45))
                return [];
            string unit = matter.Level == plan.Place.Level ? plan.Place.OfficePrefix : "市";
            string body = unit + (matter.IsSuggestion ? form.Pick("人大选工委", "人大常委会代表工作室", "人大代工委") : form.Pick("政协提案委", "政协提案委员会"));
            return form.Chance(60) ? [body, plan.Place.OfficePrefix + form.Pick("政府督查室", "政府办公室")] : [body];
        }
    }
}
