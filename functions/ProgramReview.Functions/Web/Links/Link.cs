using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Web.Links;

/// <summary>
/// What a capability token opens: one purpose for one person. Stored under the token's id; the token itself is never stored.
/// </summary>
/// <param name="Id">Unguessable, 26 characters of a-z and 2-7.</param>
/// <param name="Cycle">The cycle.</param>
/// <param name="Purpose">What it is good for.</param>
/// <param name="Subject">The assignment id, or the approval round's number.</param>
/// <param name="Person">The person's id in the plan; mails go to the address registered there.</param>
/// <param name="Expires">From then on it opens nothing but the offer of a fresh one.</param>
/// <param name="Revoked">Whether it was taken back.</param>
public sealed record Link(
    string Id,
    CycleId Cycle,
    LinkPurpose Purpose,
    string Subject,
    string Person,
    DateTimeOffset Expires,
    bool Revoked
);
