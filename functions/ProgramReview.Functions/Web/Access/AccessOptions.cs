namespace ProgramReview.Functions.Web.Access;

/// <summary>Settings of the staff's access; section <c>Access</c>.</summary>
public sealed class AccessOptions
{
    /// <summary>The section's name.</summary>
    public const string SectionName = "Access";

    /// <summary>The role that sign-in must give an operator; empty closes this door.</summary>
    public string OperatorRole { get; set; } = "operator";

    /// <summary>The role that sign-in must give an auditor; empty closes this door.</summary>
    public string AuditorRole { get; set; } = "auditor";

    /// <summary>The role that sign-in must give somebody who only looks; empty closes this door.</summary>
    public string ViewerRole { get; set; } = "viewer";

    /// <summary>Whether App Service authentication stands in front of the app: only then can its header be believed.</summary>
    public bool BehindAppServiceAuthentication { get; set; }
}
