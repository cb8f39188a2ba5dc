namespace ProgramReview.Core.Events;

/// <summary>That operations recorded a report which a body handed in on paper or by mail.</summary>
/// <param name="Arrived">When it arrived, as the person says: the instant that counts.</param>
/// <param name="By">The person.</param>
/// <param name="Reason">Why it did not come through the body's own link, and how it came.</param>
public sealed record OnBehalf(DateTimeOffset Arrived, string By, string Reason);
