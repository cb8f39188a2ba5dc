using ProgramReview.Core.Checking.Reading;
using ProgramReview.Functions.Forms;

namespace ProgramReview.Functions.Checking.Reading;

/// <summary>Gathers what one of our forms wrote among a file's properties.</summary>
internal sealed class FormMarks
{
    private const int MostLetters = 200;
    private readonly Dictionary<string, string> found = [];

    /// <summary>Whether a property is one of a form.</summary>
    public static bool Are(string? name) =>
        name?.StartsWith(FormProperties.Prefix, StringComparison.Ordinal) == true;

    /// <summary>A property of a form.</summary>
    public void Add(string name, string value)
    {
        value = LineText.Of(value);
        found[name] = value[..Math.Min(value.Length, MostLetters)];
    }

    /// <summary>What they say together, or null if they say nothing.</summary>
    public FormMark? All =>
        found.Count == 0
            ? null
            : new FormMark(
                found.GetValueOrDefault(FormProperties.Form),
                found.GetValueOrDefault(FormProperties.Assignment),
                found.GetValueOrDefault(FormProperties.Annex)
            );
}
