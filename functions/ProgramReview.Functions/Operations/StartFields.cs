namespace ProgramReview.Functions.Operations;

/// <summary>The names of the fields with which a cycle is started, the same in forms and in JSON.</summary>
internal static class StartFields
{
    /// <summary>The form's name.</summary>
    public const string Form = "start";

    /// <summary>The name of a shipped plan.</summary>
    public const string Plan = "plan";

    /// <summary>A plan's text, in JSON.</summary>
    public const string PlanText = "planText";

    /// <summary>A plan's file, in a form.</summary>
    public const string PlanFile = "planFile";

    /// <summary>Whether reports whose <c>due</c> has passed do not matter: <c>true</c>.</summary>
    public const string WhatIsLeft = "withWhatIsLeft";

    /// <summary>The preview that a person has read and starts.</summary>
    public const string Preview = "preview";
}
