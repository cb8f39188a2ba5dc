using System.Text.Json.Serialization;

namespace ProgramReview.Core.Planning;

/// <summary>What an approver shows beside the personal link before an answer is taken.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SecondStep>))]
public enum SecondStep
{
    /// <summary>Four digits that stand on the page: they keep programs out, not other people.</summary>
    None,

    /// <summary>A code that operations gave them on paper or by telephone.</summary>
    AccessCode,

    /// <summary>The sign-in of an account that bears their address in the plan.</summary>
    SignIn,
}
