using System.Text.RegularExpressions;
using ProgramReview.Core.Checking.Text;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Checking.Pair;

/// <summary>An exact figure in a sentence: no year, no date, no number of anything, nothing rounded.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="IsPercent">Whether it is a share of hundred.</param>
/// <param name="IsCounted">Whether its unit stands behind it, or nothing more: it is no number of other things.</param>
internal sealed partial record WrittenFigure(string Text, bool IsPercent, bool IsCounted)
{
    private static readonly HashSet<string> NotBefore = Keys(
        "năm tháng ngày quý số điều khoản mục phần thứ khoảng gần hơn trên dưới ngoài tăng giảm vượt chừng về "
            + "about over nearly around almost approximately than least most under above roughly by year month no "
            + "लगभग करीब क़रीब वर्ष सन दिनांक"
    );

    private static readonly HashSet<string> NotBehind = Keys(
        "tháng ngày năm quý tuần giờ lần nghìn ngàn vạn triệu tỷ tỉ điểm "
            + "month months year years day days weeks times thousand million billion lakh crore points "
            + "महीने महीनों माह वर्ष वर्षों दिन हज़ार हजार लाख करोड़ करोड़ से"
    );

    /// <summary>The figures of a sentence.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="units">The unit of what it is about, as words of each language.</param>
    public static IEnumerable<WrittenFigure> In(
        string sentence,
        IReadOnlyList<IReadOnlyList<string>> units
    )
    {
        var text = HumanText.WithPlainDigits(NoFigure.Replace(sentence, " ‖ "));
        foreach (Match match in Figure.Matches(text))
        {
            var before = Folding.Words(text[..match.Index]);
            var after = text[(match.Index + match.Length)..];
            var behind = Folding.Words(after);
            var hasUnit = units.Any(unit => WordSpan.Find(behind, unit) == 0);
            if (
                (before.Count == 0 || !NotBefore.Contains(before[^1]))
                && (hasUnit || behind.Count == 0 || !NotBehind.Contains(behind[0]))
                && !Year.IsMatch(match.Groups["number"].Value)
            )
            {
                yield return new WrittenFigure(
                    match.Groups["number"].Value,
                    match.Groups["percent"].Success,
                    hasUnit || Ended.IsMatch(after)
                );
            }
        }
    }

    /// <summary>Whether it says another number: rounded as it is written, it is not the value.</summary>
    public bool Differs(decimal value, int decimals)
    {
        var read = NumberReading.Read(Text);
        IEnumerable<decimal> meant = (read.Kind, decimals) switch
        {
            (WrittenKind.Number, _) => [read.Value!.Value],
            (WrittenKind.Ambiguous, 0) => [read.Value!.Value],
            (WrittenKind.Ambiguous, _) => [read.Value!.Value, read.Other!.Value],
            _ => [],
        };
        return meant.Any() && meant.All(one => Math.Abs(one - value) > Half(one));
    }

    // Written with so many decimals, it stands for all that is rounded to it.
    private static decimal Half(decimal number) => 0.5m / (decimal)Math.Pow(10, number.Scale);

    private static HashSet<string> Keys(string words) => [.. Folding.Words(words)];

    // Spans of years, days, numbers of documents.
    [GeneratedRegex(
        @"[0-9]{4}\s?[-\u2013]\s?[0-9]{4}|[0-9]{1,2}\s?[/-]\s?[0-9]{1,2}(?:\s?[/-]\s?[0-9]{2,4})?|[0-9]+\s?[-/]\s?\p{L}[\p{L}0-9/-]*"
    )]
    private static partial Regex NoFigure { get; }

    [GeneratedRegex(
        @"(?<![\p{L}\p{M}0-9.,/])(?<number>[0-9]+(?:[.,\u00A0][0-9]+)*)(?![\p{L}\p{M}0-9/])(?<percent>\s?%)?"
    )]
    private static partial Regex Figure { get; }

    [GeneratedRegex(@"^\s*(?:$|[.,;:!?()\u0964])")]
    private static partial Regex Ended { get; }

    [GeneratedRegex("^(?:19|20)[0-9]{2}$")]
    private static partial Regex Year { get; }
}
