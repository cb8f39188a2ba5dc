namespace ProgramReview.Functions.Web.Access;

/// <summary>Somebody of the staff who is signed in.</summary>
/// <param name="Name">As it will stand in the record.</param>
/// <param name="Role">The highest role they have.</param>
public sealed record StaffMember(string Name, StaffRole Role)
{
    /// <summary>As the owner of what came of a form they posted.</summary>
    public string Owner => $"staff:{Name}";
}
