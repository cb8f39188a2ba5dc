using UglyToad.PdfPig;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace ProgramReview.Functions.Checking.Reading.Pdf;

/// <summary>The unpackers of a PDF's streams, each within bounds; those of pictures are left out, nobody looks at what is in them.</summary>
internal sealed class BoundedFilters(ReadingBudget budget, PdfChains chains) : IFilterProvider
{
    private readonly Dictionary<IFilter, IFilter> bounded = [];
    private readonly ReadingBudget budget = budget;

    /// <summary>What the reading of the file that is opened with these options may take.</summary>
    public static ReadingBudget BudgetOf(ParsingOptions options) =>
        ((BoundedFilters)options.FilterProvider!).budget;

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) =>
        Bounded(DefaultFilterProvider.Instance.GetFilters(dictionary));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) =>
        Bounded(DefaultFilterProvider.Instance.GetNamedFilters(names));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetAllFilters() =>
        Bounded(DefaultFilterProvider.Instance.GetAllFilters());

    private List<IFilter> Bounded(IReadOnlyList<IFilter> filters)
    {
        var all = new List<IFilter>(filters.Count);
        foreach (var filter in filters)
        {
            if (!bounded.TryGetValue(filter, out var one))
            {
                bounded[filter] = one = new BoundedFilter(filter, budget, chains);
            }
            all.Add(one);
        }
        return all;
    }
}
