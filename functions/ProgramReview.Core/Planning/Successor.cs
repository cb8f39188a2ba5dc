namespace ProgramReview.Core.Planning;

/// <summary>Who answers for a body in the place of a contact that the plan or an earlier successor names.</summary>
/// <param name="Body">The body's code.</param>
/// <param name="From">The former contact's person id.</param>
/// <param name="Person">Whoever answers now; without an address if it was erased.</param>
public sealed record Successor(string Body, string From, Person Person);
