using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Local.InMemory;

namespace ProgramReview.Local.Simulation.Faults;

/// <summary>Names calls without what was drawn by lot, so that a fault bears the same name in runs that differ a little.</summary>
internal static class StableName
{
    /// <summary>A port's call with what it is about.</summary>
    public static string Of(PortCall call) =>
        $"{call.Port.Name[1..]}.{call.Method.Replace("Async", "", StringComparison.Ordinal)} {About(call)}".TrimEnd();

    private static string About(PortCall call) =>
        call.Arguments switch
        {
            [Entry entry, ..] => $"{Key(entry.Key)} in {entry.Stream}",
            [OutboxMail mail, ..] => Mail(mail.Id),
            [AssignmentRow row, ..] => $"{row.Assignment}",
            [OutstandingPermission permission, ..] => $"{permission.Assignment}",
            [Link link, ..] => $"{link.Person} for {link.Subject}",
            [StoredBlob blob, ..] => Blob(blob.Name),
            [StreamId stream, ..] => $"{stream}",
            [string name, ..] when call.Port == typeof(ISubmissionStore) => Blob(name),
            [string name, ..] when call.Port == typeof(IDocumentStore) => Document(name),
            _ => "",
        };

    /// <summary>The occasion without its number or lot: <c>submission</c>, <c>decided</c>.</summary>
    private static string Key(string key) => key.Split('-')[0];

    /// <summary>The assignment that a blob is for.</summary>
    public static string Blob(string name) =>
        name.Split('/') is [_, var body, var type, var window, ..]
            ? $"{body}.{type}.{window}"
            : name;

    /// <summary>The kind of document.</summary>
    private static string Document(string name) => name.Split('/')[0];

    private static string Occasion(string occasion) =>
        occasion.StartsWith("received-", StringComparison.Ordinal) ? "received"
        : occasion.StartsWith("checked-", StringComparison.Ordinal) ? "checked"
        : occasion.StartsWith("compared-", StringComparison.Ordinal) ? "compared"
        : occasion.StartsWith("infected-", StringComparison.Ordinal) ? "infected"
        : occasion;

    /// <summary>A mail's id, without the lot of the upload it confirms.</summary>
    public static string Mail(string id) =>
        id.Split('~') is [var subject, var occasion, var person]
            ? $"{subject}~{Occasion(occasion)}~{person}"
            : id;
}
