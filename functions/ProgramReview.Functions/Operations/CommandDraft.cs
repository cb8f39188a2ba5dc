namespace ProgramReview.Functions.Operations;

/// <summary>A command as somebody filled it in: texts, nothing checked yet.</summary>
/// <param name="Id">Names this one press of the form; the same id again adds nothing.</param>
/// <param name="By">Who decided, if it is not the one who is signed in; may be empty.</param>
/// <param name="Reason">Why.</param>
/// <param name="Due">An instant: the new <c>due</c>, or until when a body may send late.</param>
/// <param name="Closes">An instant, or empty.</param>
/// <param name="Seen">The <c>due</c> that was shown, or empty.</param>
/// <param name="Target">The stored report, the durable instance or the contact it is about, or empty.</param>
/// <param name="From">The first instant of an outage, or empty.</param>
/// <param name="To">The end of an outage, or empty.</param>
/// <param name="Name">A new contact's name, or empty.</param>
/// <param name="Email">A new contact's address, or empty.</param>
/// <param name="Language">A new contact's language: <c>vi</c>, <c>en</c> or <c>hi</c>; or empty.</param>
/// <param name="Arrived">When a report on paper arrived, or empty.</param>
public sealed record CommandDraft(
    string Id,
    string By = "",
    string Reason = "",
    string Due = "",
    string Closes = "",
    string Seen = "",
    string Target = "",
    string From = "",
    string To = "",
    string Name = "",
    string Email = "",
    string Language = "",
    string Arrived = ""
)
{
    /// <summary>The person as it will stand in the record: who decided, and who was signed in.</summary>
    public string Person(string @operator) =>
        By.Length > 0 ? $"{By[..Math.Min(By.Length, 200)]} ({@operator})" : @operator;
}
