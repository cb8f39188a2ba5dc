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
                .. PersonFields.Labelled("contact.name", "contact.email", "contact.language"),
            ],
            Fits = scene => scene.Runs && scene.State.Exemption is null && !scene.Cycle.IsDecided,
            Read = (values, _) =>
                new Reassign(
                    values.Text("target"),
                    values.Text("name"),
                    values.Text("email"),
                    PersonFields.LanguageOf(values),
                    values.By,
                    values.Reason
                ),
        };
    }
}
