namespace ProgramReview.Local.Simulation.Ports;

/// <summary>Names calls without what was drawn by lot, so that a mishap bears the same name in runs that differ a little.</summary>
internal static class Plain
{
    /// <summary>The occasion without its number or lot: <c>submission</c>, <c>decided</c>.</summary>
    public static string Key(string key) => key.Split('-')[0];

    /// <summary>The assignment that a blob is for.</summary>
    public static string Blob(string name) =>
        name.Split('/') is [_, var body, var type, var window, ..]
            ? $"{body}.{type}.{window}"
            : name;

    /// <summary>The kind of document.</summary>
    public static string Document(string name) => name.Split('/')[0];

    /// <summary>A mail's id, without the lot of the upload it confirms.</summary>
    public static string Mail(string id) =>
        id.Split('~') is [var subject, var occasion, var person]
            ? $"{subject}~{(occasion.StartsWith("received-", StringComparison.Ordinal) ? "received" : occasion)}~{person}"
            : id;
}
