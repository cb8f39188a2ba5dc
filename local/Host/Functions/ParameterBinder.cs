namespace ProgramReview.Local.Host.Functions;

/// <summary>Makes the value of one parameter of a function from its invocation.</summary>
internal delegate object? ParameterBinder(LocalFunctionContext context);
