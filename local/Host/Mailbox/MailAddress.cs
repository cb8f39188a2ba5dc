namespace ProgramReview.Local.Host.Mailbox;

/// <summary>Who sends or receives a mail.</summary>
internal sealed record MailAddress(string Address, string Name)
{
    /// <inheritdoc/>
    public override string ToString() => Name.Length == 0 ? Address : $"{Name} <{Address}>";
}
