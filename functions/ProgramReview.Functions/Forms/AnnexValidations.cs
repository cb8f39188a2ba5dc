using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using ProgramReview.Core.Forms;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Pages;
using Text = ProgramReview.Functions.Web.Pages.Text;

namespace ProgramReview.Functions.Forms;

/// <summary>
/// What the program says while the annex is filled in. It warns and never refuses: pasting removes it anyhow, and what comes back is judged by the rules.
/// </summary>
internal static class AnnexValidations
{
    /// <summary>What marks a value as preliminary, in every language.</summary>
    public const string Mark = "x";

    // More than any figure, so that only words are outside.
    private const decimal Most = 1_000_000_000_000_000m;

    /// <summary>All of them.</summary>
    /// <param name="form">The form.</param>
    /// <param name="language">Whose words it speaks.</param>
    /// <param name="letter">The letters of a column of the form.</param>
    /// <param name="firstRow">The row of the first indicator.</param>
    public static DataValidations Of(
        AnnexForm form,
        Language language,
        Func<int, string> letter,
        int firstRow
    )
    {
        var cells = form
            .Rows.SelectMany(
                (row, i) =>
                    row.Cells.Select(
                        (cell, j) =>
                            (
                                Rule: RuleOf(cell, language),
                                Place: $"{letter(j)}{(firstRow + i).ToString(CultureInfo.InvariantCulture)}"
                            )
                    )
            )
            .Where(cell => cell.Rule is not null)
            .GroupBy(cell => cell.Rule!, cell => cell.Place);
        DataValidation[] rules =
        [
            .. cells.Select(group =>
            {
                var rule = group.Key.ToXml();
                rule.SequenceOfReferences = new ListValue<StringValue>
                {
                    InnerText = string.Join(' ', group),
                };
                return rule;
            }),
        ];
        return new DataValidations(rules) { Count = (uint)rules.Length };
    }

    private static Rule? RuleOf(AnnexCell cell, Language language) =>
        cell switch
        {
            AnnexCell.ValueEntry(var indicator) => ValueRule(indicator, language),
            AnnexCell.MarkEntry => new Rule(
                DataValidationValues.List,
                $"\"{Mark}\"",
                null,
                Text.Get(language, "form.entry.mark"),
                Warns: true
            ),
            AnnexCell.ReasonEntry => new Rule(
                DataValidationValues.List,
                $"\"{string.Join(',', Reasons(language))}\"",
                null,
                Text.Get(language, "form.entry.reason"),
                Warns: false
            ),
            _ => null,
        };

    private static Rule ValueRule(Indicator indicator, Language language)
    {
        var hint =
            indicator.Decimals == 0
                ? Text.Get(language, "form.entry.whole")
                : Text.Count(language, "form.entry.decimals", indicator.Decimals);
        var bounds = indicator switch
        {
            { Min: { } min, Max: { } max } => Text.Get(
                language,
                "form.entry.between",
                Show(min),
                Show(max)
            ),
            { Min: { } min } => Text.Get(language, "form.entry.least", Show(min)),
            { Max: { } max } => Text.Get(language, "form.entry.most", Show(max)),
            _ => null,
        };
        return new Rule(
            DataValidationValues.Decimal,
            Formula(indicator.Min ?? -Most),
            Formula(indicator.Max ?? Most),
            string.Join(
                ' ',
                new[] { hint, bounds, Text.Get(language, "form.entry.missing") }.OfType<string>()
            ),
            Warns: true
        );

        string Show(decimal value) => value.ToString("#,0.######", Numbers.Format(language));
    }

    private static IEnumerable<string> Reasons(Language language) =>
        [
            Text.Get(language, "form.reason.not-yet"),
            Text.Get(language, "form.reason.not-collected"),
            Text.Get(language, "form.reason.not-applicable"),
        ];

    private static string Formula(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed record Rule(
        DataValidationValues Kind,
        string First,
        string? Second,
        string Hint,
        bool Warns
    )
    {
        public DataValidation ToXml()
        {
            var xml = new DataValidation(new Formula1(First))
            {
                Type = Kind,
                AllowBlank = true,
                ShowInputMessage = true,
                Prompt = Hint,
                ShowErrorMessage = Warns,
                ErrorStyle = DataValidationErrorStyleValues.Warning,
            };
            if (Second is not null)
            {
                xml.Operator = DataValidationOperatorValues.Between;
                xml.Append(new Formula2(Second));
            }
            return xml;
        }
    }
}
