namespace ProgramReview.Functions.Web.Access;

/// <summary>Opens an HTTP function to more than operations; closed by default.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OpenToAttribute(Audience audience) : Attribute
{
    /// <summary>Who may call it.</summary>
    public Audience Audience { get; } = audience;
}
