using System.Text.RegularExpressions;
using ProgramReview.Core.Checking.Text;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking.Annex;

/// <summary>Finds out which indicator each row of a sheet is about: by the hidden code of our form, else by name and unit.</summary>
internal sealed partial class RowFinder(SheetGrid grid, AnnexColumns columns, AnnexDefinition asked)
{
    private const double Alike = 0.8;

    private readonly Dictionary<string, Indicator> byCode = asked.Rows.ToDictionary(
        row => row.Indicator.Code,
        row => row.Indicator,
        StringComparer.Ordinal
    );

    private readonly List<(Indicator Indicator, IReadOnlyList<string> Words)> names =
    [
        .. asked.Rows.SelectMany(row =>
            Texts(row.Indicator.Name).Select(name => (row.Indicator, Folding.Words(name)))
        ),
    ];

    /// <summary>The rows in which values are to be expected, with the indicator; null for one that nobody asked for.</summary>
    public IEnumerable<(int Row, Indicator? Indicator)> Find()
    {
        foreach (var row in grid.Rows.Where(row => row > columns.HeadRow))
        {
            if (byCode.TryGetValue(grid.TextAt(row, columns.Code), out var coded))
            {
                yield return (row, coded);
            }
            else if (ByName(row) is { } named)
            {
                yield return (row, named);
            }
            else if (HoldsWords(row) && HoldsValues(row))
            {
                yield return (row, null);
            }
        }
    }

    /// <summary>What a row is called.</summary>
    public string NameAt(int row) => Numbered.Replace(grid.TextAt(row, columns.Name), "");

    /// <summary>Whether a text is the unit of an indicator, in any language.</summary>
    public static bool IsUnitOf(string text, Indicator indicator)
    {
        var key = UnitKey.Of(text);
        return Texts(indicator.Unit).Any(unit => UnitKey.Of(unit) == key);
    }

    private Indicator? ByName(int row)
    {
        var words = Folding.Words(NameAt(row));
        if (words.Count == 0)
        {
            return null;
        }
        var unit = grid.TextAt(row, columns.Unit);
        var same = Named(name => name.SequenceEqual(words));
        if (same.Count == 0)
        {
            same = Named(name => WordSpan.Likeness(name, words) >= Alike);
            // A row that is only like one that is asked for is the better known by its unit.
            return same is [var only] && (unit.Length == 0 || IsUnitOf(unit, only)) ? only : null;
        }
        return same is [var one] ? one : same.Find(indicator => IsUnitOf(unit, indicator));
    }

    private List<Indicator> Named(Func<IReadOnlyList<string>, bool> fits) =>
        [
            .. names
                .Where(name => fits(name.Words))
                .Select(name => name.Indicator)
                .DistinctBy(indicator => indicator.Code),
        ];

    private bool HoldsWords(int row) => NameAt(row).Any(char.IsLetter);

    private bool HoldsValues(int row) =>
        columns.Values.Any(column => grid.TextAt(row, column.Column).Any(char.IsDigit));

    private static string[] Texts(LocalizedText text) => [text.Vi, text.En, text.Hi];

    [GeneratedRegex(
        @"^\s*(?:[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]?|[IVX]+[.)-]|[a-zđ][.)]|[-*\u2013])\s+"
    )]
    private static partial Regex Numbered { get; }
}
