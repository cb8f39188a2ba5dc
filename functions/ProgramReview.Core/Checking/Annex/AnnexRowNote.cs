using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking.Annex;

/// <summary>A row of which something is to be said.</summary>
/// <param name="Indicator">The indicator it is about; null for one that nobody asked for.</param>
/// <param name="Cell">The address of its name or unit.</param>
/// <param name="Written">What stands there.</param>
internal sealed record AnnexRowNote(Indicator? Indicator, string Cell, string Written);
