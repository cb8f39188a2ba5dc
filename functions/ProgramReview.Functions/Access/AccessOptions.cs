namespace ProgramReview.Functions.Access;

/// <summary>Settings of the operators' access; section <c>Access</c>.</summary>
public sealed class AccessOptions
{
    /// <summary>The section's name.</summary>
    public const string SectionName = "Access";

    /// <summary>The role that App Service authentication must give an operator; empty closes this door.</summary>
    public string OperatorRole { get; set; } = "operator";

    /// <summary>Whether App Service authentication stands in front of the app: only then can its header be believed.</summary>
    public bool BehindAppServiceAuthentication { get; set; }
}
