using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Operations;

/// <summary>What somebody filled in, checked against the command's definition.</summary>
public sealed class CommandValues
{
    /// <summary>The field that names one press of a form.</summary>
    public const string IdField = "id";

    /// <summary>The field every command has: why it is given, in the words of whoever gives it.</summary>
    public const string ReasonField = "reason";

    /// <summary>The field with who decided, if it is not the one who is signed in.</summary>
    public const string ByField = "by";

    /// <summary>The longest name of who decided.</summary>
    public const int MaxBy = 200;

    private readonly IReadOnlyDictionary<string, string> sent;
    private readonly Dictionary<string, Deadline> instants = [];

    private CommandValues(IReadOnlyDictionary<string, string> sent, string account) =>
        (this.sent, Account, By) = (sent, account, PersonOf(sent, account));

    /// <summary>Names this one press; the same again adds nothing.</summary>
    public string Id => Text(IdField);

    /// <summary>Who was signed in, whatever name was typed.</summary>
    public string Account { get; }

    /// <summary>The person, as it will stand in the record.</summary>
    public string By { get; }

    /// <summary>The reason, cleaned; empty if none was given, which every command refuses.</summary>
    public string Reason => Text(ReasonField);

    /// <summary>Reads them, or says which field will not do.</summary>
    /// <param name="definition">The command.</param>
    /// <param name="sent">The fields by name, trimmed.</param>
    /// <param name="zone">The zone that local times are meant in.</param>
    /// <param name="signedIn">Who is signed in.</param>
    public static (CommandValues? Values, Refusal? Why) Read(
        CommandDefinition definition,
        IReadOnlyDictionary<string, string> sent,
        TimeZoneInfo zone,
        string signedIn
    )
    {
        var values = new CommandValues(sent, signedIn);
        var why = Code.IsValid(values.Id)
            ? CommandRules.RefuseReason(values.Reason)
                ?? definition
                    .Fields.Select(field => values.Take(field, zone))
                    .FirstOrDefault(refusal => refusal is not null)
            : Refusal.Unfit("field-missing", IdField);
        return why is null ? (values, null) : (null, why);
    }

    /// <summary>The person as it will stand in the record: who decided, and who was signed in.</summary>
    public static string PersonOf(IReadOnlyDictionary<string, string> sent, string signedIn) =>
        sent.GetValueOrDefault(ByField, "") is { Length: > 0 } by
            ? $"{by[..Math.Min(by.Length, MaxBy)]} ({signedIn})"
            : signedIn;

    internal string Text(string field) => sent.GetValueOrDefault(field, "");

    internal IReadOnlyList<string> Several(string field) =>
        Text(field).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);

    internal Deadline Instant(string field) => instants[field];

    internal Deadline? InstantOrNull(string field) =>
        instants.TryGetValue(field, out var instant) ? instant : null;

    private Refusal? Take(CommandField field, TimeZoneInfo zone)
    {
        var text = Text(field.Name);
        if (text.Length == 0)
        {
            return field.IsRequired ? Refusal.Unfit("field-missing", field.Name) : null;
        }
        if (field.Kind is CommandFieldKind.Instant)
        {
            if (!LocalInstant.TryRead(text, zone, out var instant))
            {
                return Refusal.Unfit("time-unclear", field.Name);
            }
            instants[field.Name] = instant;
        }
        return
            field.Kind is CommandFieldKind.Line or CommandFieldKind.Text or CommandFieldKind.Choices
            && text.Length > field.MaxLength
            ? Refusal.Unfit("field-too-long", field.Name)
            : null;
    }
}
