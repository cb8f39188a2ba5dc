using System.Text;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Planning.Reading;

/// <summary>Reads texts.</summary>
internal static class Texts
{
    /// <summary>A text on one line in composed form (NFC); runs of white space become one space.</summary>
    public static string? Line(YamlValue value, string path, FaultLog log)
    {
        if (value is not YamlScalar scalar)
        {
            log.Add(value, path, "A text is expected here", "Write the text behind the key");
            return null;
        }

        if (
            string.IsNullOrWhiteSpace(scalar.Text) || (scalar.Plain && scalar.Text is "~" or "null")
        )
        {
            log.Add(
                value,
                path,
                "The value is empty",
                "Write the value, or remove the key if it may be missing"
            );
            return null;
        }

        var text = string.Join(
            ' ',
            scalar.Text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
        );
        if (!HumanText.IsFit(text) || HumanText.IsBlank(text))
        {
            log.Add(
                value,
                path,
                "The text holds a character that is no text: it cannot be seen, or it turns the text around it",
                "Type the text anew, as UTF-8"
            );
            return null;
        }

        return text.Normalize(NormalizationForm.FormC);
    }

    /// <summary>Other headings for the same thing, under the key <c>synonyms</c>; null if it is not there.</summary>
    public static IReadOnlyList<string>? Synonyms(Fields fields)
    {
        var synonyms = fields.Items(
            "synonyms",
            required: false,
            (value, path) => Line(value, path, fields.Log)
        );
        return fields.Has("synonyms") ? synonyms : null;
    }

    /// <summary>A text in all three languages.</summary>
    public static LocalizedText? Localized(YamlValue value, string path, FaultLog log)
    {
        if (value is YamlMap)
        {
            return Fields.Of(value, path, log, Languages);
        }

        log.Add(
            value,
            path,
            "The text must come in three languages",
            "Write { vi: ..., en: ..., hi: ... }"
        );
        return null;
    }

    private static LocalizedText Languages(Fields fields)
    {
        string In(string language, string name)
        {
            if (fields.Has(language))
            {
                return fields.Required(
                    language,
                    "",
                    (value, path) => Line(value, path, fields.Log)
                );
            }

            fields.Optional<string>(language, (_, _) => null);
            fields.Log.Add(
                fields.LineOf(language),
                fields.At(language),
                $"The {name} text is missing",
                $"Add '{language}: ...'; a plan speaks vi, en and hi"
            );
            return "";
        }

        return new LocalizedText(In("vi", "Vietnamese"), In("en", "English"), In("hi", "Hindi"));
    }
}
