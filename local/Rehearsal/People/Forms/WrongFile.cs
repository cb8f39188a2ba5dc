namespace ProgramReview.Local.Rehearsal.People.Forms;

/// <summary>What people send in the place of their form.</summary>
public enum WrongFile
{
    /// <summary>A photo under the name of the form.</summary>
    Photo,

    /// <summary>A whole file of a format that is taken, which has nothing to do with the form.</summary>
    SomethingElse,

    /// <summary>The form of another body.</summary>
    FormOfAnother,

    /// <summary>A form that was made before the annex was changed.</summary>
    FormerForm,
}
