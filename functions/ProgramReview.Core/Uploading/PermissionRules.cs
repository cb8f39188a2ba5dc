using System.Globalization;
using System.Text;
using ProgramReview.Core.Audit;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Uploading;

/// <summary>Decides whether a new upload may begin; refusals are findings with a code.</summary>
public static class PermissionRules
{
    /// <summary>How long a permission is good for, unless the close comes first.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    /// <summary>The longest file name kept, in characters; longer ones are cut in front of the extension.</summary>
    public const int MaxFileName = 200;

    /// <summary>Why no upload may begin now, or null if one may.</summary>
    /// <param name="type">What is asked.</param>
    /// <param name="state">The assignment.</param>
    /// <param name="size">The size the sender announces, in bytes, or null if unknown.</param>
    /// <param name="now">The present.</param>
    public static Finding? Refuse(
        ReportType type,
        AssignmentState state,
        long? size,
        DateTimeOffset now
    ) =>
        state switch
        {
            { Exemption: not null } => new Finding("exempt", Severity.Blocker, []),
            { Current: null } => new Finding(
                "not-open-yet",
                Severity.Blocker,
                [Show(type.OpensAtLatest)]
            ),
            { Current: { } current }
                when current.Closes.Remaining(now) <= TimeSpan.Zero
                    || current.Outcome is not null => new Finding(
                "closed",
                Severity.Blocker,
                [current.Closes.ToString()]
            ),
            _ when size > type.MaxBytes => new Finding(
                "file-too-large",
                Severity.Error,
                [
                    size.Value.ToString(CultureInfo.InvariantCulture),
                    type.MaxBytes.ToString(CultureInfo.InvariantCulture),
                ]
            ),
            _ when size == 0 => new Finding("file-empty", Severity.Blocker, []),
            _ => null,
        };

    /// <summary>When a permission given now expires: never after the close.</summary>
    public static DateTimeOffset Expiry(Generation generation, DateTimeOffset now) =>
        generation.Closes.CapExpiry(now + Lifetime);

    /// <summary>A sender's file name as it is kept: NFC, without path, control characters or excess length.</summary>
    public static string CleanFileName(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var shown = new string([
            .. last.Where(c =>
                !char.IsControl(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format
            ),
        ]);
        var dot = shown.LastIndexOf('.');
        var extension = dot > 0 && shown.Length - dot <= 10 ? shown[dot..] : "";
        var cut =
            shown.Length > MaxFileName
                ? shown[..(MaxFileName - extension.Length)] + extension
                : shown;
        var clean = Normalise(cut).Trim();
        return clean.Length > 0 ? clean : "report";
    }

    // A lone surrogate cannot be normalised; a name with one is kept without it.
    private static string Normalise(string text) =>
        new StringBuilder()
            .AppendJoin("", text.EnumerateRunes().Where(rune => rune != Rune.ReplacementChar))
            .ToString()
            .Normalize(NormalizationForm.FormC);

    private static string Show(DateTimeOffset instant) =>
        instant.ToString("O", CultureInfo.InvariantCulture);
}
