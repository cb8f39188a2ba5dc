using System.Globalization;
using ProgramReview.Core.Checking.Annex;
using ProgramReview.Core.Checking.Text;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking.Pair;

/// <summary>
/// A figure in the text is that of the annex. Looked at are sentences that call one indicator by its name, name one period and hold one figure
/// that can be meant: rather none is found than one too many.
/// </summary>
internal sealed class FigureDiffersRule
{
    // A name of one word is said of many things.
    private const int FewestWords = 2;

    /// <summary>The check as people and plans know it.</summary>
    public static CheckDefinition Definition { get; } = CheckCatalogue.Of("figure-differs");

    private readonly AnnexReading figures;
    private readonly PeriodHeading periods;
    private readonly List<(Indicator Indicator, IReadOnlyList<string> Words)> names;

    private FigureDiffersRule(AnnexReading figures)
    {
        this.figures = figures;
        periods = new PeriodHeading(figures.Asked.Periods);
        names =
        [
            .. figures.Asked.Rows.SelectMany(row =>
                Texts(row.Indicator.Name)
                    .Select(name => (row.Indicator, Words: Folding.Words(name)))
                    .Where(name => name.Words.Count >= FewestWords)
            ),
        ];
    }

    /// <summary>What it has to say of a report and its annex.</summary>
    public static IEnumerable<Finding> Check(ReadText text, AnnexReading figures)
    {
        var rule = new FigureDiffersRule(figures);
        return Sentences.Of(text.Lines).Select(rule.Check).OfType<Finding>();
    }

    private Finding? Check(Sentence sentence)
    {
        var words = Folding.Words(sentence.Text);
        if (
            NameIn(words) is not { } indicator
            || periods.OnlyOneIn(words) is not { } period
            || figures.Of(indicator.Code, period.Code) is not { Number: { } value } known
        )
        {
            return null;
        }
        var isShare = indicator.Kind == IndicatorKind.Percent || RowFinder.IsUnitOf("%", indicator);
        var meant = WrittenFigure
            .In(sentence.Text, [.. Texts(indicator.Unit).Select(Folding.Words)])
            .Where(figure => figure.IsPercent == isShare)
            .ToList();
        return
            meant is [var only]
            && (isShare || only.IsCounted)
            && only.Differs(value, indicator.Decimals)
            ? new Finding(
                Definition.Code,
                Definition.Severity,
                [only.Text, value.ToString("0.######", CultureInfo.InvariantCulture)]
            )
            {
                Place = new FindingPlace
                {
                    Page = sentence.Line.Page,
                    Paragraph = sentence.Line.Paragraph > 0 ? sentence.Line.Paragraph : null,
                    Indicator = indicator.Code,
                    Period = period.Code,
                    Cell = known.Cell,
                },
            }
            : null;
    }

    // A name within a longer one is not said.
    private Indicator? NameIn(IReadOnlyList<string> words)
    {
        var said = names.Where(name => WordSpan.Holds(words, name.Words)).ToList();
        var whole = said.Where(name =>
                !said.Exists(other =>
                    other.Indicator.Code != name.Indicator.Code
                    && other.Words.Count > name.Words.Count
                    && WordSpan.Holds(other.Words, name.Words)
                )
            )
            .Select(name => name.Indicator)
            .DistinctBy(indicator => indicator.Code)
            .ToList();
        return whole is [var only] ? only : null;
    }

    private static string[] Texts(LocalizedText text) => [text.Vi, text.En, text.Hi];
}
