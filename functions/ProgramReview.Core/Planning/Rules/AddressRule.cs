using System.Net.Mail;

namespace ProgramReview.Core.Planning.Rules;

internal sealed class AddressRule : IPlanRule
{
    private const int LongestAddress = 254;

    public string Code => "address";

    public IReadOnlyList<string> Reads => ["bodies", "approval", "auditors", "operations"];

    public IEnumerable<RuleFault> Check(Plan plan) =>
        PlanParts
            .People(plan)
            .Where(entry => !IsPlausible(entry.Person.Email))
            .Select(entry => new RuleFault(
                $"{entry.Path}.email",
                $"'{entry.Person.Email}' is not a mail address",
                "Write the bare address, for example office@ba-dinh.example"
            ));

    /// <summary>Whether a text is a bare mail address that a mail can be sent to.</summary>
    public static bool IsPlausible(string email) =>
        email.Length <= LongestAddress
        && email.All(c =>
            c is > ' ' and < '\x7f' and not ('"' or '<' or '>' or ',' or ';' or '(' or ')')
        )
        && MailAddress.TryCreate(email, out var address)
        && address.Address == email
        && address.Host.Split('.') is { Length: > 1 } labels
        && labels.All(IsLabel);

    private static bool IsLabel(string label) =>
        label.Length > 0
        && label[0] != '-'
        && label[^1] != '-'
        && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
