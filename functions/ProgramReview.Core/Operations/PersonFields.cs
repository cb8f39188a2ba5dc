using ProgramReview.Core.Approving;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Operations;

/// <summary>The fields of a command in which a new person is named.</summary>
internal static class PersonFields
{
    private const string LanguageField = "language";

    /// <summary>Name, address and language, in this order.</summary>
    /// <param name="name">The label of the name.</param>
    /// <param name="email">The label of the address.</param>
    /// <param name="language">The label of the language.</param>
    public static IReadOnlyList<CommandField> Labelled(
        string name,
        string email,
        string language
    ) =>
        [
            new("name", CommandFieldKind.Line) { Label = name, MaxLength = NewPerson.MaxName },
            new("email", CommandFieldKind.Email) { Label = email, MaxLength = 254 },
            new(LanguageField, CommandFieldKind.Choice)
            {
                Label = language,
                Options = _ =>
                    Enum.GetValues<Language>()
                        .Select(one => new CommandOption(LanguageTags.TagOf(one), one)),
            },
        ];

    /// <summary>The language that was chosen; null if it is none.</summary>
    public static Language? LanguageOf(CommandValues values) =>
        LanguageTags.Of(values.Text(LanguageField));
}
