namespace ProgramReview.Functions.Web.Access;

/// <summary>What a member of the staff may do; each role may all that the ones before may.</summary>
public enum StaffRole
{
    /// <summary>Looks at how a cycle stands.</summary>
    Viewer,

    /// <summary>Looks at everything, evidence and audit included.</summary>
    Auditor,

    /// <summary>Steers cycles.</summary>
    Operator,
}
