using ProgramReview.Core.Checking.Text;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking.Outline;

/// <summary>How well a heading fits a section: by its title in three languages, the headings it is also known under, or its number alone.</summary>
internal sealed class SectionMatch
{
    /// <summary>From here on a heading is that of the section.</summary>
    public const double Sure = 0.8;

    /// <summary>From here on it may be.</summary>
    public const double Doubtful = 0.4;

    /// <summary>From here on it is worth quoting.</summary>
    public const double Near = 0.3;

    /// <summary>What a number alone is worth: less than any title that fits, since it says where a section stands and not what it is.</summary>
    public const double NumberAlone = 0.79;

    private readonly List<IReadOnlyList<string>> titles = [];
    private readonly List<string> numbers = [];

    public SectionMatch(OutlineSection section)
    {
        Section = section;
        foreach (
            var name in new[] { section.Vi, section.En, section.Hi }.Concat(section.Synonyms ?? [])
        )
        {
            var number = HeadingNumber.Of($"{name} ");
            var title = number is null ? name : number.Rest;
            if (title.Any(char.IsLetter))
            {
                titles.Add(Folding.Words(title));
            }
            else if (number is not null || !name.Any(char.IsLetter))
            {
                numbers.Add(NumberKey(number?.Text ?? name));
            }
        }
    }

    /// <summary>The section.</summary>
    public OutlineSection Section { get; }

    /// <summary>How well the words fit, from 0 to 1.</summary>
    public double Likeness(HeadingWords heading)
    {
        if (heading.Heading.Section is { } marked)
        {
            return marked == Section.Code ? 1 : 0;
        }
        return Math.Max(
            Likeness(heading.Title),
            heading.Longer is { } longer ? Likeness(longer) : 0
        );
    }

    /// <summary>Whether words are one for one what the section is called.</summary>
    public bool IsTitle(IReadOnlyList<string> words) =>
        titles.Any(title => title.SequenceEqual(words));

    private double Likeness(IReadOnlyList<string> words) =>
        titles.Count == 0 ? 0 : titles.Max(title => WordSpan.Likeness(title, words));

    /// <summary>What its number says where its words say nothing: <see cref="NumberAlone"/> or 0.</summary>
    public double ByNumber(Heading heading) =>
        heading is { Section: null, Number: { } number } && numbers.Contains(NumberKey(number))
            ? NumberAlone
            : 0;

    // "I." and "I-" are the same number, "Phần I" is another.
    private static string NumberKey(string number) =>
        Folding.Key(number.Replace('-', ' ').Replace('.', ' '));
}
