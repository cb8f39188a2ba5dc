namespace ProgramReview.Local.Engine.Functions;

/// <summary>Makes the value of one parameter of a function from its invocation.</summary>
internal delegate object? ParameterBinder(FunctionInvocation invocation);
