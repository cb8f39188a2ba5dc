using System.Globalization;

namespace ProgramReview.Functions.Mail;

/// <summary>A subject line that an inbox shows whole: short titles and then cut names give way to what is asked and by when.</summary>
internal static class LetterSubject
{
    /// <summary>The longest subject.</summary>
    public const int Most = 119;

    /// <summary>Writes it.</summary>
    /// <param name="text">The subject with its places.</param>
    /// <param name="places">What fills them.</param>
    /// <param name="namesBody">Whether the receiver answers for several bodies and must be told for which.</param>
    /// <param name="fill">Fills places.</param>
    public static string Write(
        string text,
        IReadOnlyDictionary<string, string> places,
        bool namesBody,
        Func<string, IReadOnlyDictionary<string, string>, string> fill
    )
    {
        var whole = With("report", int.MaxValue);
        if (whole.Length <= Most)
        {
            return whole;
        }

        var name = places.ContainsKey("report-brief") ? "report-brief" : "report";
        var brief = With(name, int.MaxValue);
        return brief.Length <= Most ? brief : With(name, Most + 1 - With(name, 1).Length);

        string With(string title, int room)
        {
            var filled = new Dictionary<string, string>(places);
            if (places.TryGetValue("body", out var body))
            {
                filled["body"] = Cut(body, room);
            }
            if (places.TryGetValue(title, out var report))
            {
                filled["report"] =
                    namesBody && body is not null && room > 1
                        ? BodyAndReport(body, report, room)
                        : Cut(report, room);
            }
            var line = fill(text, filled)
                .Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
            return string.Join(' ', line);
        }
    }

    private static string BodyAndReport(string body, string report, int room)
    {
        const string Between = " – ";
        var first = Cut(body, (room - Between.Length) / 2);
        return first + Between + Cut(report, room - Between.Length - first.Length);
    }

    // From the middle: names of one kind often differ only at their end.
    private static string Cut(string name, int most)
    {
        if (name.Length <= most)
        {
            return name;
        }
        var (head, tail) = (most * 2 / 3, (most - 1) / 3);
        var starts = StringInfo.ParseCombiningCharacters(name);
        var end = starts.LastOrDefault(at => at <= head);
        var resume = starts.FirstOrDefault(at => at >= name.Length - tail, name.Length);
        return $"{name[..end].TrimEnd()}…{name[resume..].TrimStart()}";
    }
}
