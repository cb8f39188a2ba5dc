using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Tests.Checking.Planted;

/// <summary>Faults of a data annex, each planted as people make it.</summary>
internal static class AnnexPlants
{
    private static readonly string[] Years = ["y2022", "y2023"];

    public static readonly IReadOnlyDictionary<
        string,
        Func<WrittenAnnex, Random, PlantedCase>
    > All = new Dictionary<string, Func<WrittenAnnex, Random, PlantedCase>>
    {
        ["annex-of-another"] = (annex, _) =>
        {
            annex.Mark = new FormMark("annex/1", "planted.dong-da.district", new string('a', 64));
            return PlantedCase.Of(annex, "annex-of-another");
        },
        ["annex-of-another-definition"] = (annex, _) =>
        {
            annex.Mark = new FormMark(
                "annex/1",
                PlantedPlan.Assignment.ToString(),
                new string('a', 64)
            );
            return PlantedCase.Of(annex, "annex-of-another-definition");
        },
        ["annex-table-missing"] = (annex, _) =>
        {
            foreach (var column in annex.Columns)
            {
                column.HasCode = false;
                column.Heading = "";
            }
            return PlantedCase.Of(annex, "annex-table-missing");
        },
        ["annex-row-missing"] = (annex, random) =>
        {
            var row = annex.AnyRow(random);
            annex.Rows.Remove(row);
            return PlantedCase.Of(annex, "annex-row-missing", row.Code);
        },
        ["annex-row-twice"] = (annex, random) =>
        {
            var row = annex.AnyRow(random);
            annex.Rows.Insert(random.Next(annex.Rows.Count + 1), row.Copy());
            // The copy bears no reason, so where it is the first what is missing is missing.
            return PlantedCase.Of(annex, "annex-row-twice", row.Code, "value-missing");
        },
        ["annex-row-unknown"] = (annex, random) =>
        {
            var names = new[]
            {
                Words(annex, "Số vụ việc đã kiểm tra", "Cases inspected", "जाँचे गए मामले"),
                Words(annex, "Lớp bồi dưỡng đã mở", "Courses held", "आयोजित पाठ्यक्रम"),
            };
            var row = new WrittenRow("", names[random.Next(2)], annex.Rows[0].Unit)
            {
                Values = { ["y2023"] = WrittenCell.Of(random.Next(9, 99)) },
            };
            annex.Rows.Insert(random.Next(annex.Rows.Count + 1), row);
            return PlantedCase.Of(annex, "annex-row-unknown");
        },
        ["annex-unit-changed"] = (annex, random) =>
        {
            var row = annex.AnyRow(random);
            row.Unit = new[]
            {
                Words(annex, "nghìn người", "thousands", "हज़ार"),
                Words(annex, "tỷ đồng", "billion dong", "अरब दोंग"),
                "‰",
            }[random.Next(3)];
            return PlantedCase.Of(annex, "annex-unit-changed", row.Code);
        },
        ["annex-period-missing"] = (annex, random) =>
        {
            var column = annex.Columns[random.Next(annex.Columns.Count)];
            annex.Columns.Remove(column);
            return PlantedCase.Of(annex, "annex-period-missing", column.Period);
        },
        ["annex-period-twice"] = (annex, random) =>
        {
            var column = annex.Columns[random.Next(annex.Columns.Count)];
            annex.Columns.Add(new WrittenColumn(column.Period, column.Heading));
            return PlantedCase.Of(annex, "annex-period-twice", column.Period);
        },
        ["annex-estimate-unmarked"] = (annex, random) =>
        {
            var column = annex.Columns[4 + random.Next(2)];
            column.Heading = Words(
                annex,
                $"Năm {column.Period[1..]}",
                column.Period[1..],
                column.Period[1..]
            );
            return PlantedCase.Of(annex, "annex-estimate-unmarked", column.Period);
        },
        ["annex-preliminary-elsewhere"] = (annex, random) =>
        {
            var row = annex.AnyRow(random);
            var period = Years[random.Next(2)];
            var mark = Words(annex, "sơ bộ", "preliminary", "प्रारंभिक");
            var number = row.Values[period].Number;
            row.Values[period] = WrittenCell.Of($"{decimal.Truncate(number!.Value)} ({mark})");
            return PlantedCase.Of(
                annex,
                "annex-preliminary-elsewhere",
                $"{row.Code} {period}",
                "value-as-text",
                "value-falls"
            );
        },
        ["value-missing"] = (annex, random) =>
        {
            var row = annex.Rows.First(one => one.Reason is null);
            if (random.Next(2) == 0)
            {
                row.Values.Remove("y2022");
            }
            else
            {
                row.Values["y2022"] = WrittenCell.Of(
                    new[]
                    {
                        "-",
                        "...",
                        Words(annex, "chưa có số liệu", "n/a", "उपलब्ध नहीं"),
                        "x",
                    }[random.Next(4)]
                );
            }
            return PlantedCase.Of(annex, "value-missing", $"{row.Code} y2022");
        },
        ["value-not-a-number"] = (annex, random) =>
            Put(
                annex,
                random,
                "value-not-a-number",
                WrittenCell.Of(
                    new[]
                    {
                        Words(annex, "trên 10.000", "over 10,000", "10,000 से अधिक"),
                        "~1200",
                        "12/15",
                        Words(annex, "đạt", "reached", "पूर्ण"),
                        "12-15",
                        "1.2.3",
                        Words(annex, "tăng 5 đảng viên", "5 more than before", "5 अधिक"),
                    }[random.Next(7)]
                )
            ),
        ["value-ambiguous"] = (annex, random) =>
        {
            annex.Row("budget").Values[Years[random.Next(2)]] = WrittenCell.Of(
                $"{random.Next(1, 9)}{".,"[random.Next(2)]}{random.Next(100, 999)}"
            );
            var period = annex
                .Row("budget")
                .Values.First(value => value.Value.Kind == SheetCellKind.Text)
                .Key;
            return PlantedCase.Of(annex, "value-ambiguous", $"budget {period}");
        },
        ["value-as-text"] = (annex, random) =>
        {
            var row = annex.AnyRow(random);
            var period = Years[random.Next(2)];
            var text = row.Values[period]
                .Number!.Value.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
            row.Values[period] = WrittenCell.Of(
                annex.Language == Language.Vi ? text.Replace('.', ',') : text
            );
            return PlantedCase.Of(annex, "value-as-text", $"{row.Code} {period}");
        },
        ["value-a-date"] = (annex, random) =>
            Put(
                annex,
                random,
                "value-a-date",
                new WrittenCell(SheetCellKind.Date, "45415") { Number = 45415 }
            ),
        ["value-not-computed"] = (annex, random) =>
            Put(
                annex,
                random,
                "value-not-computed",
                new WrittenCell(SheetCellKind.NotComputed, "") { IsFormula = true }
            ),
        ["value-in-error"] = (annex, random) =>
            Put(
                annex,
                random,
                "value-in-error",
                new WrittenCell(SheetCellKind.Error, random.Next(2) == 0 ? "#REF!" : "#DIV/0!")
                {
                    IsFormula = true,
                }
            ),
        ["value-merged"] = (annex, random) =>
        {
            // Two years made one: the second holds nothing any more.
            var row = annex.Rows.First(one => one.Reason is null);
            row.Values["y2022"] = row.Values["y2022"] with { IsMerged = true };
            row.Values.Remove("y2023");
            return PlantedCase.Of(annex, "value-merged", $"{row.Code} y2022");
        },
        ["value-hidden"] = (annex, random) =>
        {
            var row = annex.AnyRow(random);
            row.Values["y2023"] = row.Values["y2023"] with { IsHidden = true };
            return PlantedCase.Of(annex, "value-hidden", $"{row.Code} y2023");
        },
        ["value-out-of-bounds"] = (annex, random) =>
        {
            var (code, value) = new[]
            {
                ("members", -5m),
                ("organisations-good", 183.5m),
                ("budget", -0.5m),
                ("organisations-good", 100.01m),
            }[random.Next(4)];
            annex.Row(code).Values["y2022"] = WrittenCell.Of(value);
            return PlantedCase.Of(annex, "value-out-of-bounds", $"{code} y2022");
        },
        ["value-not-whole"] = (annex, random) =>
        {
            var row = annex.Row(random.Next(2) == 0 ? "members" : "new-members");
            row.Values["y2022"] = WrittenCell.Of(
                row.Values["y2022"].Number!.Value + (random.Next(1, 99) / 100m)
            );
            return PlantedCase.Of(annex, "value-not-whole", $"{row.Code} y2022");
        },
        ["value-over-hundred"] = (annex, random) =>
        {
            annex.Row("plan-share").Values["y2023"] = WrittenCell.Of(
                100 + random.Next(1, 900) / 10m
            );
            return PlantedCase.Of(
                annex,
                "value-over-hundred",
                "plan-share y2023",
                "estimate-off-trend"
            );
        },
        ["value-falls"] = (annex, random) =>
        {
            var row = annex.Row("procedures-cut");
            var (before, after) = new[]
            {
                ("y2022", "y2023"),
                ("y2023", "m9-2024"),
                ("e2024", "e2025"),
            }[random.Next(3)];
            row.Values[after] = WrittenCell.Of(
                row.Values[before].Number!.Value - (random.Next(1, 150) / 100m)
            );
            return PlantedCase.Of(annex, "value-falls", $"procedures-cut {after}", "target-far");
        },
        ["estimate-below-actual"] = (annex, random) =>
        {
            var row = annex.Row(new[] { "members", "new-members", "budget" }[random.Next(3)]);
            row.Values["e2024"] = WrittenCell.Of(
                decimal.Truncate(row.Values["m9-2024"].Number!.Value * random.Next(50, 99) / 100m)
            );
            return PlantedCase.Of(
                annex,
                "estimate-below-actual",
                $"{row.Code} e2024",
                "estimate-off-trend"
            );
        },
        ["estimate-off-trend"] = (annex, random) =>
        {
            var row = annex.Rows.First(one =>
                one.Reason is null && one.Code is "members" or "new-members" or "budget"
            );
            var value = row.Values["e2025"].Number!.Value;
            row.Values["e2025"] = WrittenCell.Of(
                random.Next(2) == 0
                    ? value * random.Next(3, 11)
                    : decimal.Truncate(value / random.Next(4, 11))
            );
            return PlantedCase.Of(annex, "estimate-off-trend", $"{row.Code} e2025");
        },
        ["target-far"] = (annex, random) =>
        {
            var row = annex.Row("procedures-cut");
            var isMore = random.Next(2) == 0;
            foreach (var (i, period) in PlantedPlan.Annex.Periods.Index())
            {
                row.Values[period.Code] = WrittenCell.Of(
                    isMore ? 5 + (i * random.Next(8, 9)) : 1 + (i * 0.5m)
                );
            }
            row.Reason = null;
            return PlantedCase.Of(annex, "target-far", "procedures-cut e2025");
        },
        ["values-all-zero"] = (annex, _) =>
        {
            foreach (var row in annex.Rows)
            {
                foreach (var period in row.Values.Keys.ToList())
                {
                    row.Values[period] = WrittenCell.Of(0);
                }
            }
            return PlantedCase.Of(annex, "values-all-zero", "", "target-far");
        },
    };

    private static PlantedCase Put(WrittenAnnex annex, Random random, string code, WrittenCell cell)
    {
        var row = annex.AnyRow(random);
        var period = Years[random.Next(2)];
        row.Values[period] = cell;
        return PlantedCase.Of(annex, code, $"{row.Code} {period}");
    }

    private static string Words(WrittenAnnex annex, string vi, string en, string hi) =>
        new LocalizedText(vi, en, hi).In(annex.Language);
}
