using System.Globalization;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>Findings in words. Arguments are plain values: bytes as digits, instants in round-trip form, formats by their names.</summary>
public static class FindingText
{
    /// <summary>Every finding there are words for, under <c>finding.</c> and the code; a code once stored stays for ever.</summary>
    public static IReadOnlyList<string> Codes { get; } =
    [
        "file-empty",
        "file-too-large",
        "file-type-unknown",
        "file-type-not-accepted",
        "file-encrypted",
        "file-damaged",
        "file-unpacks-too-large",
        "file-unreadable",
        "could-not-be-read",
        "not-checked",
        "not-scanned",
        "file-infected",
        "not-open-yet",
        "closed",
        "exempt",
        "cycle-ended",
        "part-not-asked",
        "upload-not-found",
        "form-too-large",
        .. CheckCatalogue.Weighed.Select(check => check.Code),
    ];

    private const int MostPlaces = 4;
    private const string Nothing = "–";

    /// <summary>The finding in full: where it was found, what it is, what to do about it.</summary>
    public static string Show(PageContext context, Finding finding)
    {
        var place = PlaceText.Show(context, finding.Place);
        return string.Join(
            ' ',
            new[]
            {
                place.Length == 0 ? null : $"{place}:",
                What(context, finding),
                Mend(context.Language, finding.Code),
            }.OfType<string>()
        );
    }

    /// <summary>All findings of a kind as one paragraph, for letters: what to do once, and then the places.</summary>
    /// <param name="context">The reader and the plan.</param>
    /// <param name="group">The kind.</param>
    /// <param name="reportType">The report type's code.</param>
    public static string Line(PageContext context, FindingGroup group, string reportType)
    {
        var weight = Text.Word(context.Language, group.Severity);
        var mend = Mend(context.Language, group.Code) is { } words ? $" {words}" : "";
        string At(Finding finding) => PlaceText.Show(context, finding.Place, reportType);
        if (group.Count == 1)
        {
            var place = At(group.Findings[0]);
            return $"{weight}: {(place.Length == 0 ? "" : $"{place}: ")}{What(context, group.Findings[0])}{mend}";
        }
        var places = group.Findings.Select(At).Where(place => place.Length > 0).Distinct().ToList();
        var shown = string.Join("; ", places.Take(FindingGroup.Most));
        var count = Text.Count(context.Language, "findings.places", group.Count);
        return $"{weight}: {Fault(context.Language, group.Code)} ({count}).{mend} {shown}{(places.Count > FindingGroup.Most ? " …" : "")}".TrimEnd();
    }

    /// <summary>What was found, without its place.</summary>
    public static string What(PageContext context, Finding finding) =>
        Text.Get(
            context.Language,
            $"finding.{finding.Code}",
            [
                .. Sizes(context, finding)
                    ?? CheckArguments.Show(context, finding)
                    ?? finding.Arguments.Select(argument =>
                        Argument(context, finding.Code, argument)
                    ),
                // A finding is stored for ever; a text that has grown a place since must still be shown.
                .. Enumerable.Repeat(Nothing, MostPlaces),
            ]
        );

    /// <summary>What to do about all findings of a code; null where the finding says so itself.</summary>
    public static string? Mend(Language language, string code) =>
        CheckCatalogue.Has(code) ? Text.Get(language, $"mend.{code}") : null;

    /// <summary>The short name of a kind of finding, for headings and tables.</summary>
    public static string Fault(Language language, string code) =>
        // What is on record is shown, whatever names it.
        Text.Has($"fault.{code}")
            ? Text.Get(language, $"fault.{code}")
            : code;

    /// <summary>What a check looks at, for lists of checks; of checks of content only.</summary>
    public static string Check(Language language, string code) =>
        Text.Get(language, $"check.{code}");

    /// <summary>The list of formats in words, for example "PDF, Word (.docx)".</summary>
    public static string Formats(Language language, IEnumerable<FileFormat> formats) =>
        string.Join(", ", formats.Select(format => Text.Word(language, format)));

    private static string Argument(PageContext context, string code, string value) =>
        code switch
        {
            "file-too-large"
            or "form-too-large"
                when long.TryParse(
                    value,
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var bytes
                ) => Numbers.Size(context.Language, bytes),
            "file-type-not-accepted" or "file-type-unknown" => string.Join(
                ", ",
                value
                    .Split(',', StringSplitOptions.TrimEntries)
                    .Select(name => Format(context, name))
            ),
            "not-open-yet"
            or "closed"
                when DateTimeOffset.TryParse(
                    value,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var instant
                ) => Instant(context, code, instant),
            _ => value,
        };

    // Two sizes that read alike are told to the byte: "256 MB; at most 256 MB" helps nobody.
    private static IEnumerable<string>? Sizes(PageContext context, Finding finding) =>
        finding is { Code: "file-too-large", Arguments: [var size, var most] }
        && Argument(context, finding.Code, size) == Argument(context, finding.Code, most)
        && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
        && long.TryParse(most, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            ? [Numbers.Bytes(context.Language, bytes), Numbers.Bytes(context.Language, limit)]
            : null;

    private static string Instant(PageContext context, string code, DateTimeOffset instant) =>
        code == "closed" && instant.Ticks % TimeSpan.TicksPerSecond == 0
            ? InstantText.Full(context, Deadline.At(instant))
            : InstantText.Full(context, instant);

    private static string Format(PageContext context, string name) =>
        Enum.TryParse<FileFormat>(name, ignoreCase: true, out var format)
            ? Text.Word(context.Language, format)
            : name;
}
