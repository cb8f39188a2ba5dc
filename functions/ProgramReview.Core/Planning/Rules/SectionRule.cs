namespace ProgramReview.Core.Planning.Rules;

internal sealed class SectionRule : IPlanRule
{
    private const int MostLetters = 100_000;

    public string Code => "section";

    public IReadOnlyList<string> Reads => ["reportTypes", "outlines"];

    public IEnumerable<RuleFault> Check(Plan plan) => PlanParts.Outlines(plan).SelectMany(Check);

    private static IEnumerable<RuleFault> Check(
        IReadOnlyList<(string Path, OutlineSection Section)> outline
    ) =>
        Codes
            .Check([
                .. outline
                    .Where(entry => entry.Section.Code is not null)
                    .Select(entry => (entry.Path, entry.Section.Code!)),
            ])
            .Concat(Synonyms(outline))
            .Concat(
                outline
                    .Where(entry =>
                        entry.Section.Beside is { } beside
                        && (
                            beside == entry.Section.Code
                            || outline.All(other => other.Section.Code != beside)
                        )
                    )
                    .Select(entry => new RuleFault(
                        $"{entry.Path}.beside",
                        $"'{entry.Section.Beside}' is no other section of the outline",
                        "Write the code of another section, or leave it out"
                    ))
            )
            .Concat(
                outline
                    .Where(entry => entry.Section.TooShort is < 1 or > MostLetters)
                    .Select(entry => new RuleFault(
                        $"{entry.Path}.tooShort",
                        "The number of letters is out of range",
                        FormattableString.Invariant(
                            $"Write 1 to {MostLetters}, or leave it out if any length will do"
                        )
                    ))
            );

    // A heading that names two sections says nothing about which of them is there. Forms are made in every language, and come back in any.
    private static IEnumerable<RuleFault> Synonyms(
        IReadOnlyList<(string Path, OutlineSection Section)> outline
    ) =>
        PlanParts
            .Repeated(
                outline
                    .SelectMany(entry =>
                        new[] { entry.Section.Vi, entry.Section.En, entry.Section.Hi }
                            .Select(title => (entry.Path, Key: title.ToUpperInvariant()))
                            .Distinct()
                    )
                    .Concat(
                        outline.SelectMany(entry =>
                            (entry.Section.Synonyms ?? []).Select(
                                (synonym, i) =>
                                    (
                                        PlanParts.At($"{entry.Path}.synonyms", i),
                                        synonym.ToUpperInvariant()
                                    )
                            )
                        )
                    )
            )
            .Select(entry => new RuleFault(
                entry.Path,
                $"The heading '{entry.Key}' stands at {entry.First} already",
                "Give each section headings of its own"
            ));
}
