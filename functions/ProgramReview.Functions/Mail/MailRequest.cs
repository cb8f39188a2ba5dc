using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Mail;

/// <summary>One mail to one person about one occasion, to be sent at most once.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Kind">The name of the letter's type.</param>
/// <param name="Person">The receiver's id in the plan.</param>
/// <param name="Subject">An assignment id, an approval round's number, or empty.</param>
/// <param name="Occasion">With person and subject it makes the mail's id, for example <c>reminder-2</c>; table-key characters only.</param>
public sealed record MailRequest(
    CycleRef Cycle,
    string Kind,
    string Person,
    string Subject,
    string Occasion
)
{
    /// <summary>What the link in it is good for, or null for a mail without a personal link.</summary>
    public LinkPurpose? Link { get; init; }

    /// <summary>From when the link opens nothing but the offer of a fresh one; meant only beside <see cref="Link"/>.</summary>
    public DateTimeOffset LinkExpires { get; init; }

    /// <summary>Further plain values that the letter is drawn from, by names that only its kind knows.</summary>
    public IReadOnlyDictionary<string, string> Arguments { get; init; } =
        new Dictionary<string, string>();

    /// <summary>What was read for it, or null to have it read.</summary>
    public MailSource? Source { get; init; }

    /// <summary>The outbox id, made of subject, occasion and person: the same request is the same mail and goes out once.</summary>
    public string Id => $"{(Subject.Length > 0 ? Subject : Cycle.Cycle.Value)}~{Occasion}~{Person}";
}
