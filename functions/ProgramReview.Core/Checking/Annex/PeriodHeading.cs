using ProgramReview.Core.Checking.Text;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking.Annex;

/// <summary>Finds the period that the heading of a column names.</summary>
internal sealed class PeriodHeading(IReadOnlyList<Period> periods)
{
    private static readonly HashSet<string> EstimateWords = Keys(
        "ước ưth uth estimate estimated estimates अनुमान अनुमानित"
    );

    // What may stand beside a period's name without changing what the column holds.
    private static readonly HashSet<string> Fillers = Keys(
        "thực hiện tính số liệu kết quả giá trị trong cả của for of the actual figure figures value values result results का के की में आँकड़ा आँकड़े मान वास्तविक"
    );

    private static readonly IReadOnlyList<string>[] Preliminary =
    [
        .. new[] { "sơ bộ", "preliminary", "provisional", "प्रारंभिक", "अनंतिम" }.Select(
            Folding.Words
        ),
    ];

    private static readonly HashSet<string> PreliminaryWords =
    [
        .. Preliminary.SelectMany(words => words),
    ];

    private readonly List<(Period Period, IReadOnlyList<string> Words, bool IsBare)> names =
    [
        .. periods.SelectMany(period =>
            NamesOf(period).Select(words => (period, words, IsBare: false))
        ),
        .. periods
            .Where(period => period.Estimate)
            .SelectMany(period =>
                NamesOf(period)
                    .Select(words =>
                        (IReadOnlyList<string>)
                            [
                                .. words.Where(word =>
                                    !EstimateWords.Contains(word) && !Fillers.Contains(word)
                                ),
                            ]
                    )
                    .Where(words => words.Any(word => word.Any(char.IsDigit)))
                    .Select(words => (period, words, IsBare: true))
            ),
    ];

    /// <summary>Whether a text says that it is about estimates.</summary>
    public static bool SaysEstimate(string text) => Folding.Words(text).Any(EstimateWords.Contains);

    /// <summary>Whether a text says that it is about preliminary figures.</summary>
    public static bool SaysPreliminary(string text)
    {
        var words = Folding.Words(text);
        return Preliminary.Any(phrase => WordSpan.Holds(words, phrase));
    }

    /// <summary>Whether a text is what the plan calls a period.</summary>
    public static bool IsNameOf(string text, Period period)
    {
        var words = Folding.Words(text);
        return NamesOf(period).Any(name => name.SequenceEqual(words));
    }

    /// <summary>The period that a heading names, and what for; null if it names none, or another thing of it.</summary>
    public (Period Period, HeadingUse Use)? Find(string text)
    {
        var words = Folding.Words(text);
        var best = names
            .Where(name => WordSpan.Holds(words, name.Words))
            // The longest name first; what is called so before what would be without its word for an estimate.
            .OrderByDescending(name => name.Words.Count)
            .ThenBy(name => name.IsBare)
            .FirstOrDefault();
        if (best.Period is null)
        {
            return null;
        }
        var rest = Without(words, best.Words);
        if (SaysPreliminary(text) && rest.Contains("X"))
        {
            return (best.Period, HeadingUse.Marks);
        }
        return rest.All(word =>
            Fillers.Contains(word)
            || PreliminaryWords.Contains(word)
            || (best.Period.Estimate && EstimateWords.Contains(word))
        )
            ? (best.Period, HeadingUse.Values)
            : null;
    }

    /// <summary>The one period that a sentence names; null if it names none, or several.</summary>
    public Period? OnlyOneIn(IReadOnlyList<string> words)
    {
        var left = words;
        Period? only = null;
        foreach (
            var name in names
                .Where(name => !name.IsBare)
                .OrderByDescending(name => name.Words.Count)
        )
        {
            while (WordSpan.Holds(left, name.Words))
            {
                if (only is not null && only.Code != name.Period.Code)
                {
                    return null;
                }
                only = name.Period;
                left = Without(left, name.Words);
            }
        }
        return only;
    }

    private static List<string> Without(IReadOnlyList<string> words, IReadOnlyList<string> name)
    {
        var start = WordSpan.Find(words, name);
        return [.. words.Take(start), .. words.Skip(start + name.Count)];
    }

    private static IEnumerable<IReadOnlyList<string>> NamesOf(Period period) =>
        new[] { period.Title.Vi, period.Title.En, period.Title.Hi }
            .Concat(period.Synonyms ?? [])
            .Select(Folding.Words)
            .Where(words => words.Count > 0);

    private static HashSet<string> Keys(string words) => [.. Folding.Words(words)];
}
