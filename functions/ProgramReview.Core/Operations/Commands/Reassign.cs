using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Operations;

/// <content>One command.</content>
public abstract partial record Command
{
    /// <summary>Have the duty to report of the assignment's body pass to another person.</summary>
    /// <param name="From">The person id of the contact who is replaced; empty for the only one.</param>
    /// <param name="Name">The new contact's name, as it stands in letters.</param>
    /// <param name="Email">The new contact's address.</param>
    /// <param name="Language">The language of the new contact's mails and pages.</param>
    /// <param name="By">The person.</param>
    /// <param name="Reason">Why; it stays on record for ever.</param>
    public sealed record Reassign(
        string From,
        string Name,
        string Email,
        Language? Language,
        string By,
        string Reason
    ) : Command(By, Reason)
    {
        internal static readonly CommandDefinition Definition = new(
            "reassign",
            CommandScope.Assignment
        )
        {
            Fields =
            [
                new("target", CommandFieldKind.Choice)
                {
                    Label = "contact.former",
                    IsRequired = false,
                    Options = scene =>
                        scene
                            .Plan!.Body(scene.Assignment!.Body)
                            .Contacts.Select(person => new CommandOption(person.Id, person)),
                },
                new("name", CommandFieldKind.Line)
                {
                    Label = "contact.name",
                    MaxLength = ReassignRule.MaxName,
                },
                new("email", CommandFieldKind.Email) { Label = "contact.email", MaxLength = 254 },
                new("language", CommandFieldKind.Choice)
                {
                    Label = "contact.language",
                    Options = _ =>
                        Enum.GetValues<Language>()
                            .Select(language => new CommandOption(Tag(language), language)),
                },
            ],
            Fits = scene =>
                scene.Runs && scene.State.Exemption is null && !CommandRules.IsDecided(scene.Cycle),
            Read = (values, _) =>
                new Reassign(
                    values.Text("target"),
                    values.Text("name"),
                    values.Text("email"),
                    Enum.GetValues<Language>()
                        .Where(language => Tag(language) == values.Text("language"))
                        .Select(language => (Language?)language)
                        .FirstOrDefault(),
                    values.By,
                    values.Reason
                ),
        };

        internal static string Tag(Language language) => language.ToString().ToLowerInvariant();
    }
}
