using System.Globalization;
using ProgramReview.Core.Checking;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
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
    /// <param name="part">The part that is to be sent.</param>
    /// <param name="state">The assignment.</param>
    /// <param name="size">The size the sender announces, in bytes, or null if unknown.</param>
    /// <param name="now">The present.</param>
    public static Finding? Refuse(
        ReportType type,
        string part,
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
                when current.Outcome is not null
                    || (current.Closes.HasPassed(now) && !Corrects(state, part, now)) =>
                new Finding("closed", Severity.Blocker, [current.Closes.ToString()]),
            { Current: { } current } when !current.Takes(part) => new Finding(
                "part-not-asked",
                Severity.Blocker,
                []
            ),
            _ when size == 0 => new Finding("file-empty", Severity.Blocker, []),
            _ => StoredFileRules.TooLarge(type, size),
        };

    /// <summary>Whether an upload that begins now would correct what came on time, after the close.</summary>
    public static bool Corrects(AssignmentState state, string part, DateTimeOffset now) =>
        state.Current?.TakesCorrections(now) == true && state.Correctable().Contains(part);

    /// <summary>When a permission given now expires: never after the close, that of corrections for one.</summary>
    public static DateTimeOffset Expiry(Window window, DateTimeOffset now) =>
        (window.TakesCorrections(now) ? window.CorrectionsEnd!.Value : window.Closes).CapExpiry(
            now + Lifetime
        );

    /// <summary>A sender's file name as it is kept: NFC, without path, invisible characters or excess length.</summary>
    public static string CleanFileName(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var clean = Cut(HumanText.Clean(last)).Trim();
        return clean.All(c => c == '.' || char.IsWhiteSpace(c)) ? "report" : clean;
    }

    // Composed before it is cut: some letters become two by it.
    private static string Cut(string name)
    {
        if (name.Length <= MaxFileName)
        {
            return name;
        }
        var dot = name.LastIndexOf('.');
        var extension = dot > 0 && name.Length - dot <= 10 ? name[dot..] : "";
        var kept = MaxFileName - extension.Length;
        return name[..(char.IsLowSurrogate(name[kept]) ? kept - 1 : kept)] + extension;
    }

    private static string Show(DateTimeOffset instant) =>
        instant.ToString("O", CultureInfo.InvariantCulture);
}
