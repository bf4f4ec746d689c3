using Lucene.Net.Codecs;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Lucene.Net.Index;

/// <summary>Merges columns of doc values.</summary>
internal sealed class DocValuesMerger(List<MergeSource> sources, DocValuesWriter writer)
{
    public void Merge(FieldInfo field)
    {
        switch (field.DocValuesType)
        {
            case DocValuesType.NUMERIC:
                writer.AddNumeric(field, Numbers(field.Name));
                break;
            case DocValuesType.BINARY:
                writer.AddBinary(field, Bytes(field.Name));
                break;
            case DocValuesType.SORTED:
                MergeSorted(field);
                break;
            default:
                MergeSortedSet(field);
                break;
        }
    }

    private IEnumerable<NumericValue> Numbers(string field)
    {
        foreach (MergeSource source in sources)
        {
            NumericDocValues? values = source.Reader.GetNumericDocValues(field);
            IBits? exists = values is null ? null : source.Reader.GetDocsWithField(field);
            for (int doc = 0; doc < source.Reader.MaxDoc; doc++)
            {
                if (source.Map(doc) >= 0)
                    yield return exists?.Get(doc) == true ? new NumericValue(values!.Get(doc), true) : default;
            }
        }
    }

    private IEnumerable<BytesRef?> Bytes(string field)
    {
        var value = new BytesRef();
        foreach (MergeSource source in sources)
        {
            BinaryDocValues? values = source.Reader.GetBinaryDocValues(field);
            IBits? exists = values is null ? null : source.Reader.GetDocsWithField(field);
            for (int doc = 0; doc < source.Reader.MaxDoc; doc++)
            {
                if (source.Map(doc) < 0)
                    continue;
                if (exists?.Get(doc) != true)
                {
                    yield return null;
                    continue;
                }
                values!.Get(doc, value);
                yield return value;
            }
        }
    }

    private void MergeSorted(FieldInfo field)
    {
        SortedDocValues?[] values = [.. sources.Select(source => source.Reader.GetSortedDocValues(field.Name))];
        var dictionary = new MultiDocValues.OrdinalMap(null, [.. values.Select((of, i) => of is null ? TermsEnum.EMPTY : Kept(of.GetTermsEnum(), Used(sources[i], of)))]);
        writer.AddSorted(field, Values(dictionary, (source, ord, result) => values[source]!.LookupOrd((int)ord, result)), Ordinals());

        IEnumerable<long> Ordinals()
        {
            for (int i = 0; i < values.Length; i++)
            {
                for (int doc = 0; doc < sources[i].Reader.MaxDoc; doc++)
                {
                    if (sources[i].Map(doc) < 0)
                        continue;
                    int ord = values[i]?.GetOrd(doc) ?? -1;
                    yield return ord < 0 ? -1 : dictionary.GetGlobalOrd(i, ord);
                }
            }
        }
    }

    private void MergeSortedSet(FieldInfo field)
    {
        SortedSetDocValues?[] values = [.. sources.Select(source => source.Reader.GetSortedSetDocValues(field.Name))];
        var dictionary = new MultiDocValues.OrdinalMap(null, [.. values.Select((of, i) => of is null ? TermsEnum.EMPTY : Kept(of.GetTermsEnum(), Used(sources[i], of)))]);
        writer.AddSortedSet(field, Values(dictionary, (source, ord, result) => values[source]!.LookupOrd(ord, result)), Counts(), Ordinals());

        IEnumerable<int> Counts()
        {
            for (int i = 0; i < values.Length; i++)
            {
                for (int doc = 0; doc < sources[i].Reader.MaxDoc; doc++)
                {
                    if (sources[i].Map(doc) < 0)
                        continue;
                    int count = 0;
                    values[i]?.SetDocument(doc);
                    while (values[i] is { } of && of.NextOrd() != SortedSetDocValues.NO_MORE_ORDS)
                        count++;
                    yield return count;
                }
            }
        }

        IEnumerable<long> Ordinals()
        {
            for (int i = 0; i < values.Length; i++)
            {
                if (values[i] is not { } of)
                    continue;
                for (int doc = 0; doc < sources[i].Reader.MaxDoc; doc++)
                {
                    if (sources[i].Map(doc) < 0)
                        continue;
                    of.SetDocument(doc);
                    for (long ord = of.NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = of.NextOrd())
                        yield return dictionary.GetGlobalOrd(i, ord);
                }
            }
        }
    }

    /// <summary>All values, in order; one instance is used again and again.</summary>
    private static IEnumerable<BytesRef> Values(MultiDocValues.OrdinalMap dictionary, Action<int, long, BytesRef> lookup)
    {
        var value = new BytesRef();
        for (long ord = 0; ord < dictionary.ValueCount; ord++)
        {
            lookup(dictionary.GetFirstSegmentNumber(ord), dictionary.GetFirstSegmentOrd(ord), value);
            yield return value;
        }
    }

    private static TermsEnum Kept(TermsEnum values, FixedBitSet? used) => used is null ? values : new UsedValues(values, used);

    /// <summary>The values that live documents have; null when no document is deleted.</summary>
    private static FixedBitSet? Used(MergeSource source, SortedDocValues values)
    {
        if (source.Live is null)
            return null;
        var used = new FixedBitSet(values.ValueCount);
        for (int doc = 0; doc < source.Reader.MaxDoc; doc++)
        {
            if (source.Map(doc) >= 0 && values.GetOrd(doc) is >= 0 and var ord)
                used.Set(ord);
        }
        return used;
    }

    private static FixedBitSet? Used(MergeSource source, SortedSetDocValues values)
    {
        if (source.Live is null)
            return null;
        var used = new FixedBitSet(checked((int)values.ValueCount));
        for (int doc = 0; doc < source.Reader.MaxDoc; doc++)
        {
            if (source.Map(doc) < 0)
                continue;
            values.SetDocument(doc);
            for (long ord = values.NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = values.NextOrd())
                used.Set((int)ord);
        }
        return used;
    }
}

/// <summary>Numbered values without those that no live document has.</summary>
internal sealed class UsedValues(TermsEnum values, FixedBitSet used) : SelectedTerms(values, new BytesRef())
{
    protected override Verdict Judge(BytesRef term) => used.Get((int)Ord) ? Verdict.Take : Verdict.Skip;
}
