using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Mail;

/// <summary>All kinds of letter that the rooms registered.</summary>
public sealed class LetterKinds(IEnumerable<LetterKind> kinds)
{
    private readonly Dictionary<string, LetterKind> kinds = kinds.ToDictionary(kind => kind.Name);

    /// <summary>Every kind of letter the rooms have registered, by the name that outbox rows hold.</summary>
    public IReadOnlyDictionary<string, LetterKind> All => kinds;

    /// <summary>The kind of this name.</summary>
    public LetterKind Of(string name) =>
        kinds.GetValueOrDefault(name)
        ?? throw new InvalidOperationException(
            $"No letter '{name}' is registered; see the registration of the room that sends it."
        );

    /// <summary>Who gets a mail in the receiver's place, because the duty it is about passed on; or null.</summary>
    public string? SuccessorOf(OutboxMail mail, CycleState state) =>
        Of(mail.Kind).OnHandover != OnHandover.StaysWithReceiver
        && AssignmentId.TryParse(mail.Subject, null, out var about)
        && state.HolderNow(about.Body, mail.Person) is var holder
        && holder != mail.Person
            ? holder
            : null;
}
