using System.Globalization;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Tests.Checking.Planted;

/// <summary>Reports that quote figures of their annex, rightly or wrongly, among much that is like it and is none.</summary>
internal static class PairPlants
{
    public static PlantedCase Right(Language language, int seed) =>
        Pair(language, seed, isWrong: false);

    public static PlantedCase Wrong(Language language, int seed) =>
        Pair(language, seed, isWrong: true);

    private static PlantedCase Pair(Language language, int seed, bool isWrong)
    {
        var random = new Random(seed * 31);
        var (report, annex) = (new WrittenReport(language, seed), new WrittenAnnex(language, seed));
        var row = annex.Row(Quoted[random.Next(4)]);
        var period = Periods[random.Next(3)];
        var value = row.Values[period].Number!.Value;
        var said = isWrong ? decimal.Round(value * (1 + (random.Next(2, 30) / 100m)), 2) : value;
        var body = report.Sections[1].Body;
        body.Insert(random.Next(body.Count + 1), Sentence(language, random, row, period, said));
        body.Insert(0, Beside(language, random, row));
        return isWrong
            ? PlantedCase.Of(report, annex, "figure-differs", $"{row.Code} {period}")
            : PlantedCase.Of(report, annex);
    }

    private static string Sentence(
        Language language,
        Random random,
        WrittenRow row,
        string period,
        decimal value
    )
    {
        var isShare = row.Unit == "%";
        var number =
            value.ToString(
                row.Code is "members" or "new-members" ? "#,0" : "0.##",
                language == Language.Vi ? Vietnamese : CultureInfo.InvariantCulture
            ) + (isShare ? "%" : "");
        var unit = isShare ? "" : $" {row.Unit}";
        var title = PlantedPlan.Annex.Periods.First(one => one.Code == period).Title.In(language);
        return (language, random.Next(2)) switch
        {
            (Language.Vi, 0) =>
                $"{title}, {row.Name} là {number}{unit}, thể hiện sự cố gắng của toàn Đảng bộ.",
            (Language.Vi, _) => $"{row.Name} trong {title} đạt {number}{unit}.",
            (Language.En, 0) =>
                $"{row.Name}, {title}: {number}{unit}, which was much work for all.",
            (Language.En, _) => $"For {title} the figure of {row.Name} was {number}{unit}.",
            (_, 0) => $"{title}: {row.Name} {number}{unit} रहे।",
            _ => $"{row.Name}, {title}, {number}{unit} तक पहुँचे।",
        };
    }

    // Names, years and numbers stand together that say nothing against the annex.
    private static string Beside(Language language, Random random, WrittenRow row) =>
        (language, random.Next(4)) switch
        {
            (Language.Vi, 0) => $"{row.Name} năm 2023 tăng 12% so với cùng kỳ.",
            (Language.Vi, 1) =>
                $"Theo Kế hoạch số 45-KH/QU ngày 12/3/2023, {row.Name} được giao cho 18 phường.",
            (Language.Vi, 2) =>
                $"Giai đoạn 2021-2023, {row.Name} có chuyển biến tại khoảng 15 chi bộ.",
            (Language.Vi, _) =>
                $"Năm 2022, {row.Name} được theo dõi tại 5 chi bộ và 12 tổ dân phố.",
            (Language.En, 0) =>
                $"In 2023 {row.Name} rose by 12 % against the year before, over 3 times as fast.",
            (Language.En, 1) =>
                $"Under plan 45/2022 of 12/3/2022, {row.Name} fell to 18 wards and 3 offices.",
            (Language.En, 2) => $"From 2021-2023 {row.Name} moved in about 15 cells.",
            (Language.En, _) => $"In 2022 {row.Name} was followed in 5 cells and 12 groups.",
            (_, 0) => $"2023 में {row.Name} लगभग 12 स्थानों पर बढ़े।",
            (_, 1) => $"योजना 45/2022 के अनुसार {row.Name} 18 वार्डों और 3 कार्यालयों को सौंपे गए।",
            (_, 2) => $"2021-2023 में {row.Name} करीब 15 शाखाओं में बदले।",
            _ => $"2022 में {row.Name} 5 शाखाओं और 12 समूहों में देखे गए।",
        };

    private static readonly string[] Quoted =
    [
        "members",
        "new-members",
        "organisations-good",
        "budget",
    ];

    private static readonly string[] Periods = ["y2022", "y2023", "m9-2024"];

    private static readonly NumberFormatInfo Vietnamese = new()
    {
        NumberGroupSeparator = ".",
        NumberDecimalSeparator = ",",
    };
}
