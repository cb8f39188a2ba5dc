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
        "not-open-yet",
        "closed",
        "exempt",
        "cycle-ended",
        "part-not-asked",
        "upload-not-found",
        "form-too-large",
    ];

    /// <summary>The short name of a kind of finding: what the check looks at, or the code where it is no check of content.</summary>
    public static string Title(PageContext context, string code) =>
        Text.Has($"check.{code}") ? Text.Get(context.Language, $"check.{code}") : code;

    private const int MostPlaces = 2;

    /// <summary>The finding as a sentence, with what to do about it.</summary>
    public static string Show(PageContext context, Finding finding) =>
        Text.Get(
            context.Language,
            $"finding.{finding.Code}",
            [
                .. Sizes(context, finding)
                    ?? finding.Arguments.Select(argument =>
                        Argument(context, finding.Code, argument)
                    ),
                // A finding is stored for ever; a text that has grown a place since must still be shown.
                .. Enumerable.Repeat("–", MostPlaces),
            ]
        );

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
