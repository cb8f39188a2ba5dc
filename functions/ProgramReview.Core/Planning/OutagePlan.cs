namespace ProgramReview.Core.Planning;

/// <summary>How <c>due</c> moves for everybody when a named person declares that the product could not be reached.</summary>
/// <param name="ExtendBy">By what it moves.</param>
/// <param name="AtMost">The furthest it moves for one outage, in whole hours; null: as far as the outage was long.</param>
public sealed record OutagePlan(OutageExtension ExtendBy, TimeSpan? AtMost)
{
    /// <summary>Without a word in the plan nothing moves.</summary>
    public static readonly OutagePlan Unsaid = new(OutageExtension.None, null);

    /// <summary>The whole hours by which an outage of this length moves open deadlines.</summary>
    public int Hours(TimeSpan length)
    {
        if (ExtendBy == OutageExtension.None)
        {
            return 0;
        }
        var capped = AtMost is { } most && most < length ? most : length;
        return (int)Math.Ceiling(capped.TotalHours);
    }
}
