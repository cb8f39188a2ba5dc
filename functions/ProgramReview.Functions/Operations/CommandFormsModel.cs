using ProgramReview.Core.Operations;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Operations;

/// <summary>The forms of the commands that make sense on a page, and what came of the one that was posted.</summary>
/// <param name="Scene">What is decided about.</param>
/// <param name="Path">Where the forms post to, without the command's name.</param>
/// <param name="Id">Names this drawing of the page; a form posted twice adds nothing.</param>
/// <param name="Answer">What came of a form that was posted, or null.</param>
public sealed record CommandFormsModel(
    CommandScene Scene,
    string Path,
    string Id,
    FormAnswer? Answer
)
{
    /// <summary>The commands that make sense now.</summary>
    public IReadOnlyList<CommandDefinition> Menu { get; init; } = [.. Scene.Menu()];

    /// <summary>The finding that the reader came to decide about, or null.</summary>
    public ChosenFinding? Chosen { get; init; }

    /// <summary>How many things a command would touch if it were given now, by its name; of commands not named here the form says nothing.</summary>
    public IReadOnlyDictionary<string, int> Reach { get; init; } = new Dictionary<string, int>();

    /// <summary>The minutes of sessions that a second operator is to confirm.</summary>
    public IReadOnlyList<MinutesLine> Minutes { get; init; } = [];

    /// <summary>Whether the form that was refused stands on the page.</summary>
    public bool ShowsRefusal =>
        Answer is { Refusals.Count: > 0 } && Menu.Any(one => one.Name == Answer.Form);

    /// <summary>The command of this name if it makes sense now.</summary>
    public CommandDefinition? Find(string name) => Menu.FirstOrDefault(one => one.Name == name);
}
