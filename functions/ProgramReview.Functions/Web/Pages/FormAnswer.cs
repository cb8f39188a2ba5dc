using System.Text.Json.Serialization;
using ProgramReview.Core.Events;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>What came of a posted form, for the page that the browser is led back to.</summary>
/// <param name="Form">Which form of the page.</param>
/// <param name="Values">What was typed, by field; what was done, if it was.</param>
/// <param name="Refusals">Why it was not done; empty if it was.</param>
public sealed record FormAnswer(
    string Form,
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyList<Refusal> Refusals
)
{
    /// <summary>The name under which it is kept.</summary>
    [JsonIgnore]
    public string Id { get; init; } = "";

    /// <summary>The file that was sent, or null.</summary>
    public byte[]? File { get; init; }

    /// <summary>What was typed into a field.</summary>
    public string ValueOf(string field) => Values.GetValueOrDefault(field, "");

    /// <summary>Why a field was not taken, or null.</summary>
    public Refusal? WhyNot(string field) => Refusals.FirstOrDefault(one => one.Field == field);
}
