using System.Net.Mail;

namespace ProgramReview.Core.Planning.Rules;

internal sealed class AddressRule : IPlanRule
{
    private const int LongestAddress = 254;
    private const int LongestLocalPart = 64;
    private const int LongestLabel = 63;

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
            ))
            .Concat(
                PlanParts
                    .Bodies(plan)
                    .SelectMany(entry => Twice($"{entry.Path}.contacts", entry.Body.Contacts))
            );

    // Several bodies may share an office's mailbox, and its letters name the body. Within one body a second letter says nothing new.
    private static IEnumerable<RuleFault> Twice(string list, IReadOnlyList<Person> people) =>
        PlanParts
            .Repeated(
                people
                    .DistinctBy(person => person.Id)
                    .Select(
                        (person, i) =>
                            ($"{PlanParts.At(list, i)}.email", person.Email.ToLowerInvariant())
                    )
            )
            .Select(entry => new RuleFault(
                entry.Path,
                $"'{entry.Key}' stands at {entry.First} already",
                "Give each person here an own address, or name one person"
            ));

    /// <summary>Whether a text is a bare mail address that a mail can be sent to.</summary>
    public static bool IsPlausible(string email) =>
        email.Length <= LongestAddress
        && email.All(c =>
            c is > ' ' and < '\x7f' and not ('"' or '<' or '>' or ',' or ';' or '(' or ')')
        )
        && MailAddress.TryCreate(email, out var address)
        && address.Address == email
        && IsLocalPart(address.User)
        && address.Host.Split('.') is { Length: > 1 } labels
        && labels.All(IsLabel);

    private static bool IsLocalPart(string name) =>
        name.Length <= LongestLocalPart && name.Split('.').All(part => part.Length > 0);

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= LongestLabel
        && label[0] != '-'
        && label[^1] != '-'
        && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
