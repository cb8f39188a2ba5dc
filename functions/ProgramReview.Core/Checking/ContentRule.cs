using ProgramReview.Core.Events;

namespace ProgramReview.Core.Checking;

/// <summary>One check of what a file holds; a new check is a new class beside the others.</summary>
public abstract class ContentRule
{
    /// <summary>Whether it looks at a part at all: so people are told beforehand what will be looked at.</summary>
    public abstract bool AppliesTo(CheckSubject subject);

    /// <summary>What it has to say; nothing if all is well.</summary>
    /// <param name="subject">The file, of a part that the rule applies to.</param>
    public abstract IEnumerable<Finding> Check(CheckSubject subject);
}
