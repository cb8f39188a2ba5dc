using System.Text.Json.Serialization;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Mail;

/// <summary>
/// One mail to one person about one occasion: what is needed to render it, never the rendered text, an address or a token.
/// </summary>
public sealed record OutboxMail
{
    /// <summary>Deterministic: the same person and occasion give the same id, in any retry.</summary>
    public required string Id { get; init; }

    /// <summary>The cycle whose outbox it lies in: the partition of the table.</summary>
    public required CycleId Cycle { get; init; }

    /// <summary>The name of its kind of letter.</summary>
    public required string Kind { get; init; }

    /// <summary>The receiving person's id in the plan.</summary>
    public required string Person { get; init; }

    /// <summary>What it is about: an assignment id, or an approval round's number, or empty for the cycle.</summary>
    public required string Subject { get; init; }

    /// <summary>The id of the personal link in it, from which the token is made anew at each attempt; null for a mail without one.</summary>
    public string? LinkId { get; init; }

    /// <summary>What that link is good for, or null.</summary>
    public LinkPurpose? Link { get; init; }

    /// <summary>From when the link opens nothing but the offer of a fresh one; meant only beside <see cref="Link"/>.</summary>
    public DateTimeOffset LinkExpires { get; init; }

    /// <summary>Further values for the template by name; plain values only.</summary>
    public required IReadOnlyDictionary<string, string> Arguments { get; init; }

    /// <summary>When it was put into the outbox, in product time.</summary>
    public required DateTimeOffset QueuedAt { get; init; }

    /// <summary>What became of the last attempt; null while none has a recorded outcome.</summary>
    public MailOutcome? Outcome { get; init; }

    /// <summary>When that outcome was recorded.</summary>
    public DateTimeOffset? OutcomeAt { get; init; }

    /// <summary>Which version of its row this is, so that the outcome needs no other look at it; null where that is not known.</summary>
    [JsonIgnore]
    internal string? Version { get; init; }

    /// <summary>Whether an attempt is still to come.</summary>
    [JsonIgnore]
    public bool IsWaiting => Outcome is not { IsFinal: true };

    /// <summary>What called for it, as it stands in its id.</summary>
    [JsonIgnore]
    public string Occasion => Id.Split('~') is [_, var occasion, ..] ? occasion : "";

    /// <summary>The link in it, as it is stored when the mail is sent for the first time; or null.</summary>
    public Link? ToLink() =>
        this is { LinkId: { } id, Link: { } purpose }
            ? new Link(id, Cycle, purpose, Subject, Person, LinkExpires, Revoked: false)
            : null;
}
