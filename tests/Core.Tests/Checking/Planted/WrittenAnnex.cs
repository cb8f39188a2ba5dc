using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Tests.Checking.Planted;

/// <summary>An annex as people fill it in: our form, or a table of their own; without a fault until one is planted.</summary>
internal sealed class WrittenAnnex
{
    private readonly Random random;

    public WrittenAnnex(Language language, int seed)
    {
        random = new Random(seed);
        Language = language;
        IsForm = random.Next(2) == 0;
        Mark = IsForm
            ? new FormMark("annex/1", PlantedPlan.Assignment.ToString(), PlantedPlan.Annex.Hash)
            : null;
        Columns =
        [
            .. PlantedPlan.Annex.Periods.Select(period => new WrittenColumn(
                period.Code,
                language == Language.Vi
                && !IsForm
                && period.Synonyms is { } names
                && random.Next(2) == 0
                    ? names[0]
                    : period.Title.In(language)
            )),
        ];
        Rows =
        [
            .. PlantedPlan.Annex.Rows.Select(row =>
            {
                var written = new WrittenRow(
                    row.Indicator.Code,
                    row.Indicator.Name.In(language),
                    row.Indicator.Unit.In(language)
                );
                foreach (var (period, value) in Series(row.Indicator))
                {
                    written.Values[period] = WrittenCell.Of(value);
                }
                return written;
            }),
        ];
        // Somebody always lacks a figure, and says why.
        var lacking = Rows[random.Next(Rows.Count)];
        lacking.Values.Remove("y2021");
        lacking.Reason = new LocalizedText(
            "Chưa thống kê",
            "Not collected then",
            "तब एकत्र नहीं किया"
        ).In(language);
        Rows[random.Next(Rows.Count)].Preliminary.Add("m9-2024");
    }

    public Language Language { get; }

    public bool IsForm { get; }

    public FormMark? Mark { get; set; }

    public List<WrittenColumn> Columns { get; }

    public List<WrittenRow> Rows { get; }

    public bool IsHidden { get; set; }

    /// <summary>What makes other text of every cell.</summary>
    public Func<string, string> Encode { get; set; } = text => text;

    public WrittenRow Row(string code) => Rows.Find(row => row.Code == code)!;

    public WrittenRow AnyRow(Random random) => Rows[random.Next(Rows.Count)];

    public AnnexFacts Facts()
    {
        var cells = new List<SheetCell>();
        void Put(int row, int column, string? text)
        {
            if (!string.IsNullOrEmpty(text))
            {
                cells.Add(
                    WrittenCell.Of(Encode(text)).At(row, column) with
                    {
                        IsHidden = IsHidden || (IsForm && (row == 1 || column == 1)),
                    }
                );
            }
        }

        var head = IsForm ? 6 : 3 + random.Next(5);
        var (name, unit, first) = (3, 4, 5);
        var marks = first + Columns.Count;
        var reason = marks + 1;
        Put(2, 2, Words("Phụ lục số liệu", "Data annex", "आँकड़ा परिशिष्ट"));
        if (IsForm)
        {
            Put(1, name, "name");
            Put(1, unit, "unit");
            Put(1, marks, "preliminary/m9-2024");
            Put(1, reason, "reason");
        }
        Put(head, 2, Words("TT", "No.", "क्र."));
        Put(head, name, Words("Chỉ tiêu", "Indicator", "लक्ष्य-सूचक"));
        Put(head, unit, Words("Đơn vị tính", "Unit", "मापन इकाई"));
        Put(
            head,
            marks,
            Words(
                "9 tháng năm 2024: ghi x nếu là số sơ bộ",
                "To the end of September 2024: x if preliminary",
                "सितंबर 2024 के अंत तक: प्रारंभिक हो तो x"
            )
        );
        Put(
            head,
            reason,
            Words("Lý do nếu thiếu số liệu", "Reason if missing", "आँकड़ा न होने का कारण")
        );
        foreach (var (i, column) in Columns.Index())
        {
            if (IsForm && column.HasCode)
            {
                Put(1, first + i, $"value/{column.Period}");
            }
            Put(head, first + i, column.Heading);
        }
        foreach (var (i, row) in Rows.Index())
        {
            var at = head + 1 + i + (IsForm ? 0 : i / 3);
            if (IsForm)
            {
                Put(at, 1, row.Code);
            }
            cells.Add(WrittenCell.Of(i + 1).At(at, 2));
            Put(at, name, row.Name);
            Put(at, unit, row.Unit);
            foreach (var (j, column) in Columns.Index())
            {
                if (row.Values.TryGetValue(column.Period, out var value))
                {
                    var cell = value.At(at, first + j);
                    cells.Add(IsHidden ? cell with { IsHidden = true } : cell);
                }
            }
            Put(at, marks, row.Preliminary.Contains("m9-2024") ? "x" : null);
            Put(at, reason, row.Reason);
        }
        var sheet = new AnnexSheet(
            "1",
            IsHidden,
            [.. cells.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)]
        );
        return new AnnexFacts(
            IsForm
                ?
                [
                    sheet,
                    new AnnexSheet(
                        "ids",
                        true,
                        [WrittenCell.Of("form").At(1, 1), WrittenCell.Of("annex/1").At(1, 2)]
                    ),
                ]
                : [sheet],
            []
        );
    }

    private string Words(string vi, string en, string hi) =>
        new LocalizedText(vi, en, hi).In(Language);

    private IEnumerable<(string Period, decimal Value)> Series(Indicator indicator)
    {
        decimal Share(int least, int most) => random.Next(least * 100, most * 100) / 100m;
        var start = indicator.Code switch
        {
            "members" => random.Next(9_000, 30_000),
            "new-members" => random.Next(150, 900),
            "budget" => random.Next(10_000, 90_000) / 10m,
            "organisations-good" => Share(70, 85),
            "plan-share" => Share(80, 90),
            _ => Share(2, 4),
        };
        var step =
            indicator.Kind == IndicatorKind.Percent
                ? 1.5m
                : decimal.Round(start * 0.04m, indicator.Decimals);
        decimal[] values =
        [
            start,
            start + step,
            start + (2 * step),
            indicator.Kind == IndicatorKind.Percent
                ? start + (3 * step)
                : decimal.Round(start * 0.8m, indicator.Decimals),
            start + (3 * step),
            start + (4 * step),
        ];
        if (indicator.Code == "procedures-cut")
        {
            // Twenty at the end.
            values = [start, start + 4, start + 8, start + 11, start + 12, start + 15];
        }
        return PlantedPlan.Annex.Periods.Select((period, i) => (period.Code, values[i]));
    }
}
