using ProgramReview.Core.Figures;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Figures;

/// <summary>Figures in words: values with their decimals, gaps by name, and how whole a total is.</summary>
internal static class FigureWords
{
    /// <summary>A value as the reader writes it.</summary>
    /// <param name="language">The reader's language.</param>
    /// <param name="value">The value.</param>
    /// <param name="decimals">How many decimals are shown, half away from zero; nothing rounded is added anywhere.</param>
    public static string Value(Language language, decimal value, int decimals) =>
        decimal.Round(value, decimals, MidpointRounding.AwayFromZero)
            .ToString(FormattableString.Invariant($"N{decimals}"), Numbers.Format(language));

    /// <summary>A body's own word: the value with the decimals that it wrote, or why there is none.</summary>
    public static string Own(Language language, Told told) =>
        told.Figure.Value is { } value && told.State == FigureState.Given
            ? Value(language, value, value.Scale)
            : Text.Word(language, told.State);

    /// <summary>What is to be known about a body's own word; empty where nothing is.</summary>
    public static string About(Language language, Told told, Period period)
    {
        List<string> words = [];
        void Add(bool isSo, string key)
        {
            if (isSo)
            {
                words.Add(Text.Get(language, key));
            }
        }
        var isGiven = told.State == FigureState.Given;
        Add(isGiven && told.Report.IsLate, "figures.late");
        Add(isGiven && told.Figure.IsPreliminary, "figures.preliminary");
        Add(isGiven && period.Estimate, "figures.estimated");
        Add(told.Figure.IsUnexplained || told.State == FigureState.Blank, "figures.unexplained");
        if (told.State == FigureState.Excused && told.Figure.Reason is { } reason)
        {
            words.Add(reason);
        }
        return string.Join("; ", words);
    }

    /// <summary>What those below make; a list stands for itself.</summary>
    public static string Below(Language language, Indicator indicator, Aggregate below) =>
        below switch
        {
            Aggregate.Spread { Count: > 0, Least: { } least, Greatest: { } greatest } spread =>
                Text.Get(
                    language,
                    spread.Median is null ? "figures.spread.wide" : "figures.spread",
                    Value(language, least, indicator.Decimals),
                    Value(language, greatest, indicator.Decimals),
                    spread.Median is { } median ? Value(language, median, indicator.Decimals) : ""
                ),
            { Value: { } value } => Value(language, value, indicator.Decimals),
            _ => Text.Get(language, "figures.nothing"),
        };

    /// <summary>How whole it is: n of N, then what is missing and what is to be known, as far as there is any.</summary>
    public static string Whole(Language language, FigureCounts counts)
    {
        List<string> words =
        [
            Text.Get(
                language,
                "figures.of",
                Numbers.Show(language, counts.Given),
                Numbers.Show(language, counts.Asked)
            ),
        ];
        void Add(int count, string key)
        {
            if (count > 0)
            {
                words.Add($"{Text.Get(language, key)} {Numbers.Show(language, count)}");
            }
        }
        Add(counts.Missing, "figures.missing");
        Add(counts.Exempt, "figures.exempt");
        Add(counts.Excused, "figures.excused");
        Add(counts.Blank, "figures.blank");
        Add(counts.Unweighted, "figures.unweighted");
        Add(counts.StoodFor + counts.StoodForInPart, "figures.stood-for");
        Add(counts.Late, "figures.late");
        Add(counts.Preliminary, "figures.preliminary");
        Add(counts.Estimated, "figures.estimated");
        Add(counts.Unexplained, "figures.unexplained");
        return string.Join("; ", words);
    }

    /// <summary>A node's name: its body's, those of its first and its last, or the words for the whole.</summary>
    public static string NameOf(PlanLookup plan, FanOutNode node, Language language)
    {
        if (node == FanOutNode.Root)
        {
            return Text.Get(language, "figures.whole");
        }
        if (node.Chunk is null)
        {
            return plan.Body(node.Body).Name.In(language);
        }
        var tree = FigureTree.Of(plan);
        var (first, last) = (node, node);
        while (first.Chunk is not null)
        {
            first = tree.Children(first)[0];
        }
        while (last.Chunk is not null)
        {
            last = tree.Children(last)[^1];
        }
        return Text.Get(
            language,
            "status.part",
            plan.Body(first.Body).Name.In(language),
            plan.Body(last.Body).Name.In(language)
        );
    }
}
