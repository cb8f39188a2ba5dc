using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Operations;

/// <summary>Makes a command of what somebody filled in; times without an offset are meant in the plan's zone.</summary>
public static class CommandReader
{
    /// <summary>The command, or why it cannot be read.</summary>
    /// <param name="kind">Which command.</param>
    /// <param name="draft">What was filled in.</param>
    /// <param name="zone">The plan's zone.</param>
    /// <param name="person">The person, as it will stand in the record.</param>
    public static (Command? Command, Refusal? Refusal) Read(
        CommandKind kind,
        CommandDraft draft,
        TimeZoneInfo zone,
        string person
    )
    {
        if (!Code.IsValid(draft.Id))
        {
            return (null, new Refusal("field-missing"));
        }
        if (CommandRules.RefuseReason(draft.Reason) is { } refusal)
        {
            return (null, refusal);
        }
        if (
            !TryRead(draft.Due, zone, out var due)
            || !TryRead(draft.Closes, zone, out var closes)
            || !TryRead(draft.Seen, zone, out var seen)
        )
        {
            return (null, new Refusal("time-unclear"));
        }
        if (kind == CommandKind.Reassign && LanguageOf(draft.Language) is null)
        {
            return (null, new Refusal("language-unknown"));
        }
        Command? command = kind switch
        {
            CommandKind.Extend when due is { } instant => new Command.Extend(
                instant,
                closes,
                seen,
                person,
                draft.Reason
            ),
            CommandKind.AllowLate when due is { } until => new Command.AllowLate(
                until,
                person,
                draft.Reason
            ),
            CommandKind.Admit when draft.Target.Length > 0 => new Command.Admit(
                draft.Target,
                person,
                draft.Reason
            ),
            CommandKind.Return => new Command.Return(due, closes, person, draft.Reason),
            CommandKind.Exempt => new Command.Exempt(person, draft.Reason),
            CommandKind.Remind => new Command.Remind(person, draft.Reason),
            CommandKind.Reissue => new Command.ReissueLinks(person, draft.Reason),
            CommandKind.Reassign => new Command.Reassign(
                draft.Target,
                draft.Name,
                draft.Email,
                LanguageOf(draft.Language)!.Value,
                person,
                draft.Reason
            ),
            _ => null,
        };
        return command is null ? (null, new Refusal("field-missing")) : (command, null);
    }

    private static Language? LanguageOf(string tag) =>
        Enum.GetValues<Language>()
            .Where(language => Text.Tag(language) == tag)
            .Select(language => (Language?)language)
            .FirstOrDefault();

    private static bool TryRead(string text, TimeZoneInfo zone, out Deadline? instant)
    {
        instant = null;
        if (text.Length == 0)
        {
            return true;
        }
        if (!LocalInstant.TryRead(text, zone, out var read))
        {
            return false;
        }
        instant = read;
        return true;
    }
}
